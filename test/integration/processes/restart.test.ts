import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { exactLaunchers } from '../../../electron/core/processes/exact-launcher.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { isAlive, realReader } from '../../helpers/linux-kill.ts';
import {
  endWithTest,
  launch,
  openRestarter,
  ownPort,
  program,
  restart,
  startedWith,
  targetOn,
} from '../../helpers/restart-world.ts';
import { python } from '../../helpers/start-python.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

if (!isLinux)
  console.warn('SKIPPED: programs are restarted on Linux only; elsewhere their environment cannot be read.');

const rounds = 20;
const raw = Buffer.from([0x62, 0xff, 0xfe, 0x80]);
const textArguments = ['', 'two\nlines', 'a \'quoted\' "word"', 'grüße 日本', '--', '$HOME'];
const textEnvironment = [
  'ZÜRICH=é',
  'EMPTY=',
  'LINES=one\ntwo',
  'BASH_FUNC_x%%=() { :; }',
  'A=b=c',
  `PATH=${process.env.PATH}`,
  'PWD=/elsewhere',
];

describe.skipIf(!isLinux)('restartPort', () => {
  test('comes back under the name that it was called by', async () => {
    const { restarter } = await openRestarter();
    const folder = await temporaryFolder();
    await symlink(process.execPath, path.join(folder, 'shop'));
    const port = await ownPort();
    const argv = ['./shop', program('serve-and-stay.mjs'), String(port)];
    const first = await launch({
      program: path.join(folder, 'shop'),
      argv,
      env: textEnvironment,
      cwd: folder,
    });
    const nameOf = async (pid: number) => (await readFile(`/proc/${pid}/comm`, 'utf8')).trim();
    const before = await nameOf(first.pid);
    const result = await restart(restarter, port);
    expect(result.outcome).toBe('back');
    expect(await nameOf(result.process?.pid ?? 0)).toBe(before);
  });

  describe.each([
    { kind: 'node', executable: process.execPath, file: program('serve-and-stay.mjs') },
    { kind: 'python', executable: python, file: program('serve_and_stay.py') },
  ])('a $kind server', ({ kind, executable, file }) => {
    test.each([
      { what: 'text', more: [] as Buffer[], env: [] as Buffer[] },
      { what: 'bytes that are no text', more: [raw], env: [Buffer.concat([Buffer.from('RAW='), raw])] },
    ])(
      `comes back ${rounds} of ${rounds} times with the same $what`,
      { timeout: 120_000 },
      async ({ more, env }) => {
        const { restarter } = await openRestarter();
        const cwd = path.join(await temporaryFolder(), 'grüße ort');
        await mkdir(cwd);
        const port = await ownPort();
        const first = await launch({
          program: executable,
          argv: [kind, file, String(port), ...textArguments, ...more],
          env: [...textEnvironment, ...env],
          cwd,
        });
        const before = startedWith(first.pid);
        for (let round = 1; round <= rounds; round += 1) {
          const result = await restart(restarter, port);
          expect(result).toMatchObject({ port, outcome: 'back', exitCode: null, signal: null });
          expect(result.message).toMatch(new RegExp(`is back on ${port} after \\d+\\.\\d s\\.$`));
          const [owner] = (await targetOn(port)).owners;
          expect(owner).toEqual({ pid: result.process?.pid, startTime: result.process?.startTime });
          expect(startedWith(owner?.pid ?? 0)).toEqual(before);
        }
        expect(isAlive(first.pid)).toBe(false);
      },
    );
  });

  test(`a server behind the pipes of another program comes back ${rounds} of ${rounds} times`, {
    timeout: 60_000,
  }, async () => {
    const { restarter } = await openRestarter();
    const port = await ownPort();
    const first = await launch({
      program: process.execPath,
      argv: ['node', program('dev-server.mjs'), String(port)],
    });
    endWithTest(first.pid);
    const before = startedWith(first.pid);
    expect(before.environment).toContain('DEV_SERVER=yes');
    for (let round = 1; round <= rounds; round += 1) {
      const result = await restart(restarter, port);
      expect(result).toMatchObject({ port, outcome: 'back' });
      expect(startedWith(await holderOf(port))).toEqual(before);
    }
  });

  test(`Vite comes back ${rounds} of ${rounds} times and serves the same folder`, {
    timeout: 180_000,
  }, async () => {
    const { restarter } = await openRestarter();
    const port = await ownPort();
    const root = await temporaryFolder();
    await writeFile(path.join(root, 'index.html'), '<title>grüße</title>');
    await startVite(root, port);
    const pid = await holderOf(port);
    const before = startedWith(pid);
    for (let round = 1; round <= rounds; round += 1) {
      const result = await restart(restarter, port);
      expect(result).toMatchObject({ port, outcome: 'back' });
      expect(startedWith(await holderOf(port))).toEqual(before);
      expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toContain('<title>grüße</title>');
    }
  });

  test.each([
    { kind: 'child', who: 'a child of the program' },
    { kind: 'daemon', who: 'a daemon whose first process ended' },
  ])('is back when $who holds the port', async ({ kind }) => {
    const { restarter } = await openRestarter();
    const port = await ownPort();
    const file = program('detach_and_serve.py');
    const first = await launch({ program: python, argv: ['python3', file, String(port), kind] });
    endWithTest(first.pid);
    const before = startedWith(first.pid);
    const result = await restart(restarter, port);
    expect(result).toMatchObject({ outcome: 'back' });
    const holder = await holderOf(port);
    expect(holder).not.toBe(first.pid);
    expect(startedWith(holder)).toEqual(before);
    if (kind === 'daemon') expect(result.process?.pid).toBe(holder);
    else expect(result.process?.pid).not.toBe(holder);
  });

  test('restarts the head of a family that shares a socket, once', async () => {
    const { restarter } = await openRestarter();
    const port = await ownPort();
    const argv = ['python3', program('serve_shared.py'), String(port)];
    const first = await launch<{ pid: number; child: number }>({ program: python, argv });
    endWithTest(first.child);
    const result = await restart(restarter, port);
    expect(result.outcome).toBe('back');
    await vi.waitFor(async () => expect((await targetOn(port)).owners).toHaveLength(2));
    // A zombie that nobody collects does not count.
    expect((await realReader.identify([first.pid, first.child])).size).toBe(0);
  });

  test.each([
    { what: 'text', more: [] },
    { what: 'bytes that are no text', more: [raw] },
  ])('keeps an umask that is not its own, with $what, by perl and by python alike', async ({ more }) => {
    for (const launcher of exactLaunchers.filter((one) => existsSync(one.program))) {
      const port = await ownPort();
      const first = await launch({
        program: process.execPath,
        argv: ['node', program('serve-and-stay.mjs'), String(port), '', ...more],
        env: ['B=2', 'A=1', 'a-b.c=x'],
        umask: 0o057,
      });
      const before = startedWith(first.pid);
      const { restarter } = await openRestarter({ exactLauncher: launcher });
      expect(await restart(restarter, port)).toMatchObject({ outcome: 'back' });
      expect(startedWith(await holderOf(port))).toEqual(before);
      expect(before.umask).toBe('0057');
    }
  });

  test('restarts a program behind a pipe that it does not look at', async () => {
    const { restarter } = await openRestarter();
    const port = await ownPort();
    const command = `sleep 60 | exec ${process.execPath} ${program('serve-and-stay.mjs')} ${port}`;
    const shell = spawn('sh', ['-c', command], { stdio: 'ignore', detached: true });
    onTestFinished(() => {
      process.kill(-(shell.pid ?? Number.NaN), 'SIGKILL');
    });
    await vi.waitFor(async () => expect((await targetOn(port)).owners).toHaveLength(1), 10_000);
    expect(await readlink(`/proc/${await holderOf(port)}/fd/0`)).toMatch(/^pipe:/);
    expect(await restart(restarter, port)).toMatchObject({ outcome: 'back' });
    expect(await readlink(`/proc/${await holderOf(port)}/fd/0`)).toBe('/dev/null');
  });

  test('starts it in a session of its own', async () => {
    const { restarter } = await openRestarter();
    const port = await ownPort();
    const argv = ['node', program('serve-and-stay.mjs'), String(port)];
    await launch({ program: process.execPath, argv });
    await restart(restarter, port);
    const pid = await holderOf(port);
    const stat = (await readFile(`/proc/${pid}/stat`, 'latin1')).split(') ')[1]?.split(' ');
    expect(stat?.slice(2, 4).map(Number)).toEqual([pid, pid]);
  });

  test('gives the program the same file for its input', async () => {
    const { restarter } = await openRestarter();
    const port = await ownPort();
    const input = path.join(await temporaryFolder(), 'input');
    await writeFile(input, 'x');
    const argv = ['node', program('serve-and-stay.mjs'), String(port)];
    await launch({ program: process.execPath, argv, stdin: input });
    expect(await restart(restarter, port)).toMatchObject({ outcome: 'back' });
    expect(await readlink(`/proc/${await holderOf(port)}/fd/0`)).toBe(input);
  });

  test('starts the program that was built in the meantime', async () => {
    const { restarter } = await openRestarter();
    const port = await ownPort();
    const built = path.join(await temporaryFolder(), 'server');
    await copyFile(process.execPath, built);
    const argv = ['server', program('serve-and-stay.mjs'), String(port)];
    await launch({ program: built, argv });
    await rm(built);
    await copyFile(process.execPath, built);
    expect(await restart(restarter, port)).toMatchObject({ outcome: 'back' });
    expect(startedWith(await holderOf(port)).executable).toBe(built);
  });
});

async function holderOf(port: number): Promise<number> {
  return (await targetOn(port)).owners[0]?.pid ?? 0;
}

async function startVite(root: string, port: number): Promise<void> {
  const vite = path.resolve(import.meta.dirname, '../../../node_modules/vite/bin/vite.js');
  const argv = ['node', vite, '--port', String(port), '--strictPort', '--host', '127.0.0.1', root];
  const child = spawn(argv[0] ?? '', argv.slice(1), { stdio: 'ignore', cwd: root });
  endWithTest(child.pid);
  await vi.waitFor(async () => expect((await targetOn(port)).owners).toHaveLength(1), 15_000);
}
