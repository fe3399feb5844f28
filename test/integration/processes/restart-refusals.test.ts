import { execFileSync, spawn } from 'node:child_process';
import { copyFile, mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { RestarterOptions } from '../../../electron/core/processes/restarter.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { isAlive } from '../../helpers/linux-kill.ts';
import {
  endWithTest,
  type Launch,
  launch,
  openRestarter,
  ownPort,
  program,
  restart,
} from '../../helpers/restart-world.ts';
import { startProgram } from '../../helpers/start-program.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

if (!isLinux) console.warn('SKIPPED: programs are restarted on Linux only.');
const isRoot = isLinux && process.getuid?.() === 0;
if (!isRoot) console.warn('SKIPPED: only root can start a program of another user or namespace.');

const serve = program('serve-and-stay.mjs');

/** Starts a server, lets something happen to it, and restarts its port. Whatever is refused must be alive afterwards. */
async function refusalOf(
  how: Partial<Launch>,
  options: Partial<RestarterOptions> = {},
  happens: () => Promise<unknown> = async () => undefined,
) {
  const { restarter } = await openRestarter(options);
  const port = await ownPort();
  const { pid } = await launch({ program: process.execPath, argv: ['node', serve, String(port)], ...how });
  return refused(restarter, port, pid, happens);
}

async function refused(
  restarter: Awaited<ReturnType<typeof openRestarter>>['restarter'],
  port: number,
  pid: number,
  happens: () => Promise<unknown> = async () => undefined,
) {
  await happens();
  const result = await restart(restarter, port);
  expect(result).toMatchObject({ outcome: 'refused', process: null });
  expect(isAlive(pid)).toBe(true);
  expect(result.message).toContain(`(pid ${pid})`);
  return result.message;
}

describe.skipIf(!isLinux)('restartPort ends nothing and says why', () => {
  test('when the program was deleted', async () => {
    const port = await ownPort();
    const built = path.join(await temporaryFolder(), 'server');
    await copyFile(process.execPath, built);
    const { pid } = await launch({ program: built, argv: ['server', serve, String(port)] });
    const { restarter } = await openRestarter();
    expect(await refused(restarter, port, pid, () => rm(built))).toContain(
      `its program ${built} was deleted`,
    );
  });

  test('when the folder was deleted, also when there is another of its name', async () => {
    for (const again of [false, true]) {
      const folder = path.join(await temporaryFolder(), 'ort');
      await mkdir(folder);
      const message = await refusalOf({ cwd: folder }, {}, async () => {
        await rmdir(folder);
        if (again) await mkdir(folder);
      });
      expect(message).toContain(`the folder it runs in, ${folder}, was deleted`);
    }
  });

  test('when its input file is gone', async () => {
    const input = path.join(await temporaryFolder(), 'input');
    await writeFile(input, 'x');
    expect(await refusalOf({ stdin: input }, {}, () => rm(input))).toContain(`a file that is gone: ${input}`);
  });

  test('when it waits for input from the program that started it', async () => {
    const { told } = await startProgram('listen.mjs');
    const { restarter } = await openRestarter();
    expect(await refused(restarter, told.port, told.pid)).toContain('waits for input from the program');
  });

  test('when it was given input through a pipe that is closed by now', async () => {
    const port = await ownPort();
    const child = spawn('sh', ['-c', `echo configuration | exec node ${serve} ${port}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const line = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve));
    const { pid } = JSON.parse(line.toString('utf8').split('\n')[0] ?? '') as { pid: number };
    endWithTest(pid);
    const { restarter } = await openRestarter();
    expect(await refused(restarter, port, pid)).toContain('through a pipe that is closed by now');
  });

  test('when its input is a pipe with a name that nobody writes to', async () => {
    const fifo = path.join(await temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [fifo]);
    const port = await ownPort();
    const child = spawn('sh', ['-c', `: > ${fifo} & exec node ${serve} ${port} < ${fifo}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    const { restarter } = await openRestarter();
    expect(await refused(restarter, port, child.pid ?? 0)).toContain('through a pipe that is closed by now');
  });

  test('when it talks to the Node program that started it', async () => {
    // Python leaves the descriptor alone that is not there.
    const port = await ownPort();
    const argv = ['python3', program('serve_and_stay.py'), String(port)];
    const { pid } = await launch({ program: '/usr/bin/python3', argv, env: ['NODE_CHANNEL_FD=3'] });
    const { restarter } = await openRestarter();
    expect(await refused(restarter, port, pid)).toContain('a Node program that it keeps talking to');
  });

  test('when it was handed its sockets', async () => {
    const port = await ownPort();
    const command = `LISTEN_FDS=1 LISTEN_PID=$$ exec ${process.execPath} ${serve} ${port}`;
    const { pid } = await launch({ program: '/bin/sh', argv: ['sh', '-c', command] });
    const { restarter } = await openRestarter();
    expect(await refused(restarter, port, pid)).toContain('socket activation');
  });

  test('when it has written a title over its arguments', async () => {
    const port = await ownPort();
    const argv = ['node', program('serve-titled.mjs'), String(port), 'a long enough argument'];
    const { pid } = await launch({ program: process.execPath, argv });
    const { restarter } = await openRestarter();
    expect(await refused(restarter, port, pid)).toContain('written a title over its arguments');
  });

  test('when a service manager looks after it', async () => {
    const message = await refusalOf({}, { supervisorOf: () => 'systemd unit shop.service' });
    expect(message).toContain('belongs to systemd unit shop.service');
  });

  test('when it is Berth itself', async () => {
    const port = await ownPort();
    const argv = ['node', serve, String(port)];
    const { pid } = await launch({ program: process.execPath, argv });
    const { restarter } = await openRestarter({ ownPid: pid });
    expect(await refused(restarter, port, pid)).toContain('is Berth itself');
  });

  test('when it needs bytes or an umask that nothing here can hand over', async () => {
    const needy = { env: [Buffer.from('A=\xff', 'latin1')] };
    expect(await refusalOf(needy, { exactLauncher: null })).toContain('neither is installed');
    expect(await refusalOf({ umask: 0o077 }, { exactLauncher: null })).toContain('neither is installed');
  });

  test('when several programs hold the port that do not belong together', async () => {
    const four = await startServer('127.0.0.1');
    const six = await startServer('::1', four.port);
    const { restarter } = await openRestarter();
    const message = await refused(restarter, four.port, four.pid);
    expect(message).toContain(`(pid ${six.pid})`);
    expect(message).toContain('Restart them one at a time');
  });

  test.skipIf(!isRoot)('when it belongs to another user', async () => {
    const port = await ownPort();
    const argv = ['python3', program('serve_as_user.py'), String(port), '65534'];
    const { pid } = await launch({ program: '/usr/bin/python3', argv });
    const { restarter } = await openRestarter();
    expect(await refused(restarter, port, pid)).toContain('belongs to another user');
  });

  test.skipIf(!isRoot)('when it runs in another namespace, as in a container', async () => {
    const port = await ownPort();
    const argv = ['unshare', '-m', process.execPath, serve, String(port)];
    const { pid } = await launch({ program: '/usr/bin/unshare', argv });
    const { restarter } = await openRestarter();
    expect(await refused(restarter, port, pid)).toContain('restart the container instead');
  });

  test('when this system cannot tell what it was started with', async () => {
    expect(await refusalOf({}, { platform: 'darwin' })).toContain(
      'does not tell where one of its arguments ends and the next begins, and this system does not let its environment be read',
    );
    expect(await refusalOf({}, { platform: 'win32' })).toContain('does not tell the folder it runs in');
  });
});

async function startServer(host: string, port?: number) {
  const chosen = port ?? (await ownPort());
  const argv = ['node', serve, String(chosen), host];
  return { pid: (await launch({ program: process.execPath, argv })).pid, port: chosen };
}
