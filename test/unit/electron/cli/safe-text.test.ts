import { describe, expect, it } from 'vitest';
import { safeText } from '../../../../electron/cli/safe-text.ts';

describe('safeText', () => {
  it.each([
    ['\x1b[2J', '\\x1b[2J'],
    ['\x9b31m', '\\x9b31m'],
    ['a\r\n\tb', 'a\\r\\n\\tb'],
    ['\x00\x7f', '\\x00\\x7f'],
    ['a\u202eb', 'a\\u202eb'],
    ['a\u2066b', 'a\\u2066b'],
    ['a\u2028b', 'a\\u2028b'],
    ['a\u200bb', 'a\\u200bb'],
    ['\ud800', '\\ud800'],
    ['\u{e0041}', '\\u{e0041}'],
  ])('makes %j visible', (text, shown) => {
    expect(safeText(text)).toBe(shown);
  });

  it.each(['my (app) x', 'café', 'cafe\u0301', '日本語', '👩\u200d🚀', 'C:\\Program Files\\x.exe'])(
    'leaves %s as it is',
    (text) => {
      expect(safeText(text)).toBe(text);
    },
  );
});
