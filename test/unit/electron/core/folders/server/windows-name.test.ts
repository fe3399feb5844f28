import { describe, expect, test } from 'vitest';
import { isPlainWindowsName } from '../../../../../../electron/core/folders/server/windows-name.ts';

describe('isPlainWindowsName', () => {
  test.each([
    ['a stream', 'a.txt::$DATA'],
    ['a named stream', 'a.txt:hidden'],
    ['a stream of a hidden file', '.env::$DATA'],
    ['a dot at the end, which is dropped', '.env.'],
    ['a space at the end, which is dropped', '.env '],
    ['dots only', '...'],
    ['a drive', 'C:'],
    ['a separator', '..\\..\\secret.txt'],
    ['a server', '\\\\server\\share\\x'],
    ['a device path', '\\\\?\\C:\\x'],
    ['a pattern', 'a*.txt'],
    ['a question mark', 'a?.txt'],
    ['a quotation mark', 'a".txt'],
    ['an angle bracket', 'a<b'],
    ['a bar', 'a|b'],
    ['a control character', 'a\u0001b'],
    ['a device', 'CON'],
    ['a device with an extension', 'aux.txt'],
    ['a device with a space before its extension', 'nul .txt'],
    ['a port', 'com1'],
    ['a port with two extensions', 'LPT9.tar.gz'],
    ['a port with a raised digit', 'COM¹'],
    ['the console', 'conin$'],
  ])('refuses %s', (_what, name) => {
    expect(isPlainWindowsName(name)).toBe(false);
  });

  test.each([
    'index.html',
    'con-air.txt',
    'console',
    'com10',
    'nullable.ts',
    'a b.txt',
    'a..b',
    'GIT~1',
    'ünï.txt',
    '~x~',
    "it's (1).txt",
  ])('accepts %s', (name) => {
    expect(isPlainWindowsName(name)).toBe(true);
  });
});
