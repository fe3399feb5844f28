import { expect, test } from 'vitest';
import { formatBytes } from '../../../../renderer/lib/format-bytes.ts';

test.each([
  [0, '0 B'],
  [812, '812 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [18_240, '18 kB'],
  [999_400, '999 kB'],
  [999_600, '1.0 MB'],
  [3_204_000, '3.2 MB'],
  [5e15, '5000 TB'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
