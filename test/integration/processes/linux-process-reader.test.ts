import { spawn } from 'node:child_process';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isLinux } from '../../helpers/is-linux.ts';
import { realReader } from '../../helpers/linux-kill.ts';
import { startProgram } from '../../helpers/start-program.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

/** A copy of `sleep` under any name, started with any arguments behind its own. */
async function startSleep(file: string, options: { cwd?: string; argv0?: string } = {}): Promise<number> {
  await mkdir(path.dirname(file), { recursive: true });
  await copyFile('/bin/sleep', file);
  const child = spawn(file, ['30'], { stdio: 'ignore', ...options });
  onTestFinished(() => void child.kill('SIGKILL'));
  await new Promise((resolve, reject) => child.once('spawn', () => resolve(null)).once('error', reject));
  return child.pid ?? 0;
}

async function describeOne(pid: number) {
  const identities = await realReader.identify([pid]);
  return (await realReader.describe([...identities.values()])).get(pid);
}

describe.skipIf(!isLinux)('the process reader of Linux', () => {
  test('describes a process exactly', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'my (app) café');
    const pid = await startSleep(file, { cwd: folder });
    expect(await describeOne(pid)).toMatchObject({
      pid,
      name: 'my (app) café',
      parentPid: process.pid,
      command: [file, '30'],
      executable: file,
      cwd: folder,
      user: userInfo().username,
    });
  });

  test('completes a name of more than 15 bytes', async () => {
    const pid = await startSleep(path.join(await temporaryFolder(), 'development-server-日本'));
    expect((await describeOne(pid))?.name).toBe('development-server-日本');
  });

  test('names the executable of a program that was deleted meanwhile', async () => {
    const file = path.join(await temporaryFolder(), 'short-lived');
    const pid = await startSleep(file);
    await rm(file);
    expect((await describeOne(pid))?.executable).toBe(file);
  });

  test('keeps a file name that ends like the mark of deleted ones', async () => {
    const file = path.join(await temporaryFolder(), 'kept (deleted)');
    const pid = await startSleep(file);
    expect((await describeOne(pid))?.executable).toBe(file);
  });

  test('knows when a process started', async () => {
    const before = Date.now();
    const { pid } = await startProgram('listen.mjs');
    const startTime = (await realReader.identify([pid])).get(pid)?.startTime ?? 0;
    // The start of the system is known to the second.
    expect(Math.abs(startTime - before)).toBeLessThan(2500);
  });

  test('leaves out a process that ended and one that never was', async () => {
    const { pid, ended } = await startProgram('listen.mjs');
    const identity = (await realReader.identify([pid])).get(pid);
    process.kill(pid, 'SIGKILL');
    await ended;
    expect((await realReader.identify([pid, 4_194_304])).size).toBe(0);
    expect((await realReader.describe(identity ? [identity] : [])).size).toBe(0);
  });

  test('leaves out a process whose pid has another start time', async () => {
    const identity = { pid: process.pid, startTime: 1000 };
    expect((await realReader.describe([identity])).size).toBe(0);
  });

  test('leaves out a process that ended and was not collected', async () => {
    // The shell becomes another program before its child ends, one that never asks for it.
    const child = spawn('/bin/sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 30'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const pid = Number(
      await new Promise((resolve) => child.stdout.once('data', (line) => resolve(String(line)))),
    );
    await expect.poll(async () => (await realReader.identify([pid])).size, { timeout: 10_000 }).toBe(0);
    expect(process.kill(pid, 0)).toBe(true);
  });

  test('tells the ancestors, nearest first', async () => {
    const { told } = await startProgram('respawn.mjs');
    const pids = (await realReader.ancestors(told.pid)).map(({ pid }) => pid);
    expect(pids).not.toContain(told.pid);
    expect(pids.indexOf(process.pid)).toBe(1);
  });

  test('shows a user without a name as a number', () => {
    expect(realReader.userName(0)).toBe('root');
    expect(realReader.userName(3_999_999_999)).toBe('3999999999');
  });
});
