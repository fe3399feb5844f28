import { expect, test } from 'vitest';
import { createPosixControl } from '../../../../../electron/core/processes/posix-signal.ts';

const failing = (code: string) =>
  createPosixControl(
    async () => false,
    () => {
      throw Object.assign(new Error(code), { code });
    },
  );

test('takes EPERM for alive and not permitted', async () => {
  expect(await failing('EPERM').ask.send(812)).toBe('denied');
});

test('takes ESRCH for gone', async () => {
  expect(await failing('ESRCH').force.send(812)).toBe('gone');
});

test('does not hide another error', async () => {
  await expect(failing('EINVAL').ask.send(812)).rejects.toThrow('EINVAL');
});

test.each([0, -1, -812, 1.5, Number.NaN])('never signals the group that %s stands for', async (pid) => {
  const sent: unknown[] = [];
  const control = createPosixControl(
    async () => false,
    (...args) => sent.push(args),
  );
  await expect(control.ask.send(pid)).rejects.toThrow(RangeError);
  expect(sent).toEqual([]);
});

test('sends SIGTERM, SIGKILL and SIGCONT', async () => {
  const sent: unknown[] = [];
  const control = createPosixControl(
    async () => false,
    (...args) => sent.push(args),
  );
  await control.ask.send(812);
  await control.force.send(812);
  await control.resume?.send(812);
  expect(sent).toEqual([
    [812, 'SIGTERM'],
    [812, 'SIGKILL'],
    [812, 'SIGCONT'],
  ]);
});
