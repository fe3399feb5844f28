import { describe, expect, test } from 'vitest';
import {
  executableOfComm,
  nameOfComm,
  parsePsList,
} from '../../../../../../electron/core/processes/darwin/parse-ps-list.ts';
import { findBrokenCuts, interleave, readCapture } from '../../../../../helpers/captures.ts';

/** Constructed in the columns of `ps -o pid=,stat=,lstart=,ppid=,uid=,comm=`. */
const list = Buffer.from(`    1 Ss   Sat Nov  1 02:33:05 2025         0     0 /sbin/launchd
 4200 S+   Sat Nov 21 10:51:37 2026         1   501 -zsh
 4243 S    Wed Mar 11 23:59:59 2026      4242   501 /System/Library/CoreServices/Software Update.app/Contents/Resources/softwareupdated
 4250 Z    Wed Mar 11 23:59:59 2026      4242   501 (node)
 4244 S<   Wed Mar 11 23:59:59 2026      4242     0 Core Audio Driver (ParrotAudioPlugin.driver)
`);

const parse = (bytes: Buffer) => parsePsList(bytes.toString('utf8'));

test('reads pid, start, parent, user and program', () => {
  expect(parse(list)[0]).toEqual({
    pid: 1,
    startTime: Date.UTC(2025, 10, 1, 2, 33, 5),
    parentPid: 0,
    uid: 0,
    comm: '/sbin/launchd',
  });
});

test('leaves out a process that ended and waits for its parent', () => {
  expect(parse(list).map(({ pid }) => pid)).toEqual([1, 4200, 4243, 4244]);
});

test('cut anywhere keeps the processes before the cut', () => {
  expect(findBrokenCuts(list, parse)).toEqual([]);
});

test.each(['%%', '\0', '12 S Sat Foo 21 10:51:37 2026 1 501 x', '  PID STAT'])(
  'keeps every process with %j between the lines',
  (junk) => {
    expect(parse(interleave(list, Buffer.from(junk)))).toEqual(parse(list));
  },
);

describe('the programs of a real list (macOS 26.4)', () => {
  const comms = readCapture('darwin/ps-comm-26.4.txt')
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^ *\d+ +\d+ /, ''));

  test('name is the last part of a path, and all of what is no path', () => {
    expect(comms.map(nameOfComm)).toEqual([
      'launchd',
      'logd',
      'zsh',
      'node',
      'softwareupdated',
      'Core Audio Driver (ParrotAudioPlugin.driver)',
    ]);
  });

  test('executable is told by a full path only', () => {
    expect(comms.map(executableOfComm).filter((path) => path === null)).toHaveLength(1);
  });
});

test('a login shell goes by its name', () => {
  expect(nameOfComm('-zsh')).toBe('zsh');
  expect(nameOfComm('./server')).toBe('server');
  expect(nameOfComm('-')).toBe('-');
});

test('a process whose arguments may not be read goes by the name in parentheses', () => {
  expect(nameOfComm('(cupsd)')).toBe('cupsd');
});
