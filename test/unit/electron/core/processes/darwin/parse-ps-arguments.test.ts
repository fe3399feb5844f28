import { expect, test } from 'vitest';
import { parsePsArguments } from '../../../../../../electron/core/processes/darwin/parse-ps-arguments.ts';

test('gives the command line of each pid, blanks inside it kept', () => {
  expect(parsePsArguments('    1 /sbin/launchd\n 4242 node  server.js \n')).toEqual(
    new Map([
      [1, '/sbin/launchd'],
      [4242, 'node  server.js'],
    ]),
  );
});

test('leaves out what is no row and what was cut off', () => {
  expect(parsePsArguments('  PID ARGS\n%%\n  7 a\n  8 b')).toEqual(new Map([[7, 'a']]));
});
