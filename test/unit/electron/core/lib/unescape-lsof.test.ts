import { expect, test } from 'vitest';
import { unescapeLsof } from '../../../../../electron/core/lib/unescape-lsof.ts';

test('puts the bytes of a name back together', () => {
  expect(unescapeLsof('caf\\xc3\\xa9')).toBe('café');
});

test('an escaped backslash does not begin another escape', () => {
  expect(unescapeLsof('a\\\\x41')).toBe('a\\x41');
});

test('leaves everything else alone', () => {
  expect(unescapeLsof('Code Helper (Plugin)')).toBe('Code Helper (Plugin)');
});
