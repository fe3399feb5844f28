import { spawn } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { restartTiming } from '../../../electron/core/processes/restart-timing.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { isAlive } from '../../helpers/linux-kill.ts';
import {
  endWithTest,
  killNow,
  launch,
  openRestarter,
  ownPort,
  program,
  restart,
  targetOn,
} from '../../helpers/restart-world.ts';
import { startProgram } from '../../helpers/start-program.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

if (!isLinux) console.warn('SKIPPED: programs are restarted on Linux only.');

const impatient = { ...restartTiming, listenMs: 500, leaveMs: 300 };

async function serveHow(how: string) {
  const port = await ownPort();
  const file = path.join(await temporaryFolder(), 'was-here');
  const argv = ['node', program('serve-how.mjs'), String(port), file, how];
  return launch<{ pid: number; port: number }>({ program: process.execPath, argv });
}

async function serve(env?: readonly string[]) {
  const argv = ['node', program('serve-and-stay.mjs'), String(await ownPort())];
  return launch<{ pid: number; port: number }>({ program: process.execPath, argv, ...(env ? { env } : {}) });
}

describe.skipIf(!isLinux)('what a restart answers', () => {
  test('exited, with the exit code and the last lines', async () => {
    const { port } = await serveHow('exit');
    const { restarter } = await openRestarter();
    const result = await restart(restarter, port);
    expect(result).toMatchObject({ outcome: 'exited', exitCode: 3, signal: null });
    expect(result.lastLines).toEqual(['once is enough \x1b[31m']);
    expect(result.message).toMatch(
      /^node \(pid \d+\) ended with exit code 3 after \d+\.\d s, and nothing listens/,
    );
  });

  test('exited, with the signal that ended it', async () => {
    const { port } = await serveHow('die');
    const { restarter } = await openRestarter();
    const result = await restart(restarter, port);
    expect(result).toMatchObject({ outcome: 'exited', exitCode: null, signal: 'SIGKILL' });
    expect(result.message).toContain('ended with signal SIGKILL');
  });

  test('exited, when the system refuses to start it', async () => {
    const { port } = await serve();
    const folder = path.join(await temporaryFolder(), 'file');
    await writeFile(folder, 'in the way of the output');
    const { restarter } = await openRestarter({ dataFolder: folder });
    const result = await restart(restarter, port);
    expect(result).toMatchObject({ outcome: 'exited', process: null });
    expect(result.message).toContain('node could not be started again: its output cannot be kept (ENOTDIR)');
  });

  test('silent, when it runs and does not listen in time', async () => {
    const { port } = await serveHow('silent');
    const { restarter } = await openRestarter({ timing: impatient });
    const result = await restart(restarter, port);
    expect(result).toMatchObject({ outcome: 'silent', exitCode: null, lastLines: ['thinking'] });
    expect(isAlive(result.process?.pid ?? 0)).toBe(true);
  });

  test('silent, when waiting is called off', async () => {
    const { port } = await serveHow('silent');
    const { restarter } = await openRestarter();
    const result = await restart(restarter, port, AbortSignal.timeout(1500));
    expect(result.outcome).toBe('silent');
    expect(result.message).toContain('Waiting was stopped');
  });

  test('taken, when another program was faster, and nothing is started', async () => {
    const { port } = await serve();
    const other = await startProgram('take-over.mjs', { args: [String(port)] });
    const { restarter } = await openRestarter();
    const result = await restart(restarter, port);
    expect(result).toMatchObject({ outcome: 'taken', process: null });
    expect(result.message).toContain(`(pid ${other.pid})`);
    expect(result.message).toContain('Nothing was started');
  });

  test('taken, when another program listens while it gets ready', async () => {
    const { port } = await serveHow('silent');
    const { restarter, folder } = await openRestarter();
    const restarting = restart(restarter, port);
    const output = path.join(folder, 'output');
    await vi.waitFor(async () => expect((await readdir(output)).join()).toContain('.log'), 10_000);
    const argv = ['node', program('serve-and-stay.mjs'), String(port)];
    const other = await launch({ program: process.execPath, argv });
    const result = await restarting;
    expect(result.outcome).toBe('taken');
    expect(result.message).toContain(`was started, but port ${port} was taken by node (pid ${other.pid})`);
    expect(result.process?.pid).not.toBe(other.pid);
  });

  test('not-ended, when the program survives, and nothing is started', async () => {
    const { port, pid } = await serve();
    const kill: typeof killNow = (request) => killNow(request, AbortSignal.abort());
    const { restarter } = await openRestarter({ kill });
    const result = await restart(restarter, port);
    expect(result).toMatchObject({ outcome: 'not-ended', process: null });
    expect((await targetOn(port)).owners).toMatchObject([{ pid }]);
  });

  test('not-ended, when it gave up the port but goes on', async () => {
    const file = path.join(await temporaryFolder(), 'data');
    const port = await ownPort();
    const argv = ['node', program('close-and-stay.mjs'), String(port), file];
    const { pid } = await launch({ program: process.execPath, argv });
    const kill: typeof killNow = async (request) => {
      process.kill(pid, 'SIGUSR2');
      for (;;) if ((await targetOn(port)).owners.length === 0) break;
      return killNow(request);
    };
    const { restarter } = await openRestarter({ kill, timing: impatient });
    const result = await restart(restarter, port);
    expect(result).toMatchObject({ outcome: 'not-ended', process: null });
    expect(result.message).toContain('still shutting down');
    expect(isAlive(pid)).toBe(true);
  });

  test('back, when something else started it again by itself', async () => {
    const port = await ownPort();
    const loop = `while :; do ${process.execPath} ${program('serve-and-stay.mjs')} ${port}; done`;
    const shell = spawn('sh', ['-c', loop], { stdio: 'ignore' });
    endWithTest(shell.pid);
    while ((await targetOn(port)).owners.length === 0);
    const { restarter } = await openRestarter({
      kill: (request, signal) => killNow(request, signal, { respawnWatchMs: 3000 }),
    });
    const result = await restart(restarter, port);
    shell.kill('SIGKILL');
    expect(result).toMatchObject({ outcome: 'back', process: null });
    expect(result.message).toContain('started it again by itself');
  });

  test('refused, when what was chosen has ended', async () => {
    const { port, pid } = await serve();
    const target = await targetOn(port);
    process.kill(pid, 'SIGKILL');
    while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
    const { restarter } = await openRestarter();
    expect(await restarter.restart({ target })).toMatchObject({ outcome: 'refused', process: null });
  });
});
