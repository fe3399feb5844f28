import { expect, test } from 'vitest';
import { parseProcessStatus } from '../../../../../../electron/core/processes/linux/parse-process-status.ts';

const status = (umask: string, uid: string, gid: string) =>
  Buffer.from(
    `Name:\tUmask:\t0777\n${umask}State:\tS (sleeping)\nUid:\t${uid}\nGid:\t${gid}\nGroups:\t4 24\n`,
  );

test('reads umask and effective ids', () => {
  expect(parseProcessStatus(status('Umask:\t0027\n', '1000\t1000\t1000\t1000', '50\t50\t50\t50'))).toEqual({
    umask: 0o27,
    uid: 1000,
    gid: 50,
    isMixed: false,
  });
});

test.each([
  ['1000\t0\t0\t0', '50\t50\t50\t50'],
  ['1000\t1000\t1000\t1000', '50\t42\t42\t42'],
])('tells that real and effective ids differ', (uid, gid) => {
  expect(parseProcessStatus(status('Umask:\t0022\n', uid, gid))?.isMixed).toBe(true);
});

test('answers null where the kernel tells no umask', () => {
  expect(parseProcessStatus(status('', '0\t0\t0\t0', '0\t0\t0\t0'))).toBeNull();
});
