import { expect, it } from 'vitest';
import { formatDuration } from '../../../../electron/cli/format-duration.ts';

it.each([
  [-5, '0s'],
  [59_999, '59s'],
  [60_000, '1m'],
  [3_600_000, '1h'],
  [12_000_000, '3h20m'],
  [86_400_000, '1d'],
  [792_000_000, '9d4h'],
  [86_400_000 + 59 * 60_000, '1d'],
])('%i ms are %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
