import { describe, expect, test } from 'vitest';
import { splitCommandLine } from '../../../../../../electron/core/processes/win32/split-command-line.ts';

/** What follows the program's name. */
const argumentsOf = (line: string) => splitCommandLine(`program.exe ${line}`).slice(1);

describe('arguments, by the examples of the Microsoft C reference', () => {
  test.each([
    ['"abc" d e', ['abc', 'd', 'e']],
    ['"a b c" d e', ['a b c', 'd', 'e']],
    ['"ab\\"c" "\\\\" d', ['ab"c', '\\', 'd']],
    ['a\\\\b d"e f"g h', ['a\\\\b', 'de fg', 'h']],
    ['a\\\\\\"b c d', ['a\\"b', 'c', 'd']],
    ['a\\\\\\\\"b c" d e', ['a\\\\b c', 'd', 'e']],
    ['a"b"" c d', ['ab" c d']],
  ])('%s', (line, expected) => {
    expect(argumentsOf(line)).toEqual(expected);
  });
});

describe('arguments', () => {
  test('an empty pair of quotes is an empty argument', () => {
    expect(argumentsOf('a "" b')).toEqual(['a', '', 'b']);
  });

  test('a path that ends in a backslash inside quotes keeps it', () => {
    expect(argumentsOf('"C:\\dir with space\\\\" next')).toEqual(['C:\\dir with space\\', 'next']);
  });

  test('tabs and several blanks separate', () => {
    expect(argumentsOf('a\t b   c')).toEqual(['a', 'b', 'c']);
  });

  test('a quote that is never closed takes the rest', () => {
    expect(argumentsOf('"a b')).toEqual(['a b']);
  });
});

describe('program', () => {
  test('in quotes may hold blanks', () => {
    expect(splitCommandLine('"C:\\Program Files\\nodejs\\node.exe" server.js')).toEqual([
      'C:\\Program Files\\nodejs\\node.exe',
      'server.js',
    ]);
  });

  test('knows no escapes: a backslash before its last quote belongs to the path', () => {
    expect(splitCommandLine('"C:\\tools\\" x')).toEqual(['C:\\tools\\', 'x']);
  });

  test('an empty command line has no arguments', () => {
    expect(splitCommandLine('')).toEqual([]);
    expect(splitCommandLine('   ')).toEqual([]);
  });

  test('non-ASCII text stays', () => {
    expect(splitCommandLine('C:\\Größe\\日本.exe --name=café')).toEqual([
      'C:\\Größe\\日本.exe',
      '--name=café',
    ]);
  });
});

test('never throws and never makes text up, whatever the line', () => {
  const alphabet = ['a', ' ', '"', '\\', '\t', 'é'];
  let state = 12345;
  for (let round = 0; round < 20_000; round += 1) {
    let line = '';
    for (let length = 0; length < 12; length += 1) {
      state = (state * 1103515245 + 12345) % 2147483648;
      line += alphabet[state % alphabet.length];
    }
    const letters = (text: string) => text.replace(/[^aé]/g, '');
    expect(letters(splitCommandLine(line).join(''))).toBe(letters(line));
  }
});
