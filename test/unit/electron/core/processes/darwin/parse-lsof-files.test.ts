import { expect, test } from 'vitest';
import { parseLsofFiles } from '../../../../../../electron/core/processes/darwin/parse-lsof-files.ts';

test('reads the working folder and the mapped files of each process', () => {
  const text =
    'p10\0\nfcwd\0n/Users/user/my app\0\nftxt\0n/opt/node\0\nftxt\0n/usr/lib/dyld\0\np11\0\nfcwd\0n/\0\n';
  expect(parseLsofFiles(text)).toEqual(
    new Map([
      [10, { cwd: '/Users/user/my app', texts: ['/opt/node', '/usr/lib/dyld'] }],
      [11, { cwd: '/', texts: [] }],
    ]),
  );
});

test('a sentence in place of a path is no path', () => {
  const text = 'p1\0\nfcwd\0n/proc/1/cwd (readlink: Permission denied)\0\nftxt\0nunknown\0\n';
  expect(parseLsofFiles(text)).toEqual(new Map());
});

test('puts escaped bytes back', () => {
  expect(parseLsofFiles('p1\0\nfcwd\0n/caf\\xc3\\xa9\0\n').get(1)?.cwd).toBe('/café');
});

test('files of a process whose number was damaged belong to nobody', () => {
  expect(parseLsofFiles('p10\0\np1x\0\nfcwd\0n/tmp\0\n')).toEqual(new Map());
});

test('a file cut off at the end is left out', () => {
  expect(parseLsofFiles('p10\0\nfcwd\0n/tmp\0\nftxt\0n/usr/bi').get(10)).toEqual({ cwd: '/tmp', texts: [] });
});
