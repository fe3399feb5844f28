import { expect, test } from 'vitest';
import { splitArguments } from '../../../../../../electron/core/processes/darwin/split-arguments.ts';

test('keeps a program whose path holds spaces in one piece', () => {
  const program = '/Applications/Some App.app/Contents/MacOS/Some App';
  expect(splitArguments(`${program} --type=helper -v`, [program])).toEqual([program, '--type=helper', '-v']);
  expect(splitArguments(program, [program])).toEqual([program]);
});

test('takes the first program that the line begins with', () => {
  expect(splitArguments('node server.js', ['/usr/local/bin/node', 'node'])).toEqual(['node', 'server.js']);
});

test('a path that only begins like the program is not it', () => {
  expect(splitArguments('/bin/nodes x', ['/bin/node'])).toEqual(['/bin/nodes', 'x']);
});

test('splits at spaces where nothing is known', () => {
  expect(splitArguments('python3 -m  http.server', [null])).toEqual(['python3', '-m', 'http.server']);
  expect(splitArguments('', [null, ''])).toEqual([]);
});
