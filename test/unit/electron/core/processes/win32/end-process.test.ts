import { expect, test } from 'vitest';
import { createWindowsControl } from '../../../../../../electron/core/processes/win32/end-process.ts';

function answering(exitCode: number) {
  const runs: (readonly string[])[] = [];
  const control = createWindowsControl(async (args) => {
    runs.push(args);
    return { exitCode, stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  });
  return { control, runs };
}

test('asks without /F, forces with it and never takes the tree along', async () => {
  const { control, runs } = answering(0);
  expect(await control.ask.send(812)).toBe('sent');
  expect(await control.force.send(812)).toBe('sent');
  expect(runs).toEqual([
    ['/PID', '812'],
    ['/F', '/PID', '812'],
  ]);
});

test('takes exit code 128 for a process that is gone', async () => {
  expect(await answering(128).control.force.send(812)).toBe('gone');
});

test('takes a refused request for a program without a window, a refused force for missing rights', async () => {
  const { control } = answering(1);
  expect(await control.ask.send(812)).toBe('useless');
  expect(await control.force.send(812)).toBe('denied');
});
