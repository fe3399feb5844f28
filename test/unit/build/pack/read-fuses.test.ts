import { expect, test } from 'vitest';
import { fuseSentinel, readFuses } from '../../../../build/pack/read-fuses.mjs';

const program = (version: number, states: string) =>
  Buffer.concat([
    Buffer.from('code before '),
    Buffer.from(fuseSentinel),
    Buffer.from([version, states.length]),
    Buffer.from(states),
    Buffer.from(' code behind'),
  ]);

test('each fuse is told by its name, in the order of the wire', () => {
  expect(readFuses(program(1, '10010110'))).toEqual({
    runAsNode: true,
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: true,
    enableEmbeddedAsarIntegrityValidation: false,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('a fuse that was taken out of Electron counts as off', () => {
  expect(readFuses(program(1, 'r0000000')).runAsNode).toBe(false);
});

test('a newer and longer wire is read as far as it is known', () => {
  expect(readFuses(program(1, '100000001')).runAsNode).toBe(true);
});

test.each([
  ['without fuses', Buffer.from('nothing'), 'There are no fuses'],
  ['with another version of fuses', program(2, '10000000'), 'version 2'],
  ['with fewer fuses', program(1, '100'), 'There are 3 fuses'],
])('a program %s is refused', (_what, bytes, message) => {
  expect(() => readFuses(bytes)).toThrow(message);
});
