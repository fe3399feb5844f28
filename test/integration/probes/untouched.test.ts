import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createProbes } from '../../../electron/core/probes/create-probes.ts';
import type { Probes } from '../../../electron/core/probes/probes.ts';
import { defaultSettings } from '../../../shared/contract/default-settings.ts';
import type { Listener } from '../../../shared/contract/ports.ts';
import type { Process } from '../../../shared/contract/processes.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { aListener, aProcess } from '../../fakes/rows.ts';
import { SilentLog } from '../../fakes/silent-log.ts';
import { StillClock } from '../../fakes/still-clock.ts';
import { ownPort } from '../../helpers/own-port.ts';
import { until } from '../../helpers/until.ts';
import { listenAndRecord } from './listen-and-record.ts';
import { probesHere } from './probes-here.ts';
import { findServer, serverFolder, startServer } from './start-server.ts';

const never = new AbortController().signal;
const hello = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n<title>Hello</title>';

interface World {
  readonly probes: Probes;
  readonly clock: StillClock;
  readonly listener: Listener;
  readonly touched: () => number;
}

/** A server that counts who connects, in a list that says whose it is. */
async function worldOf(owner: Process, change: Partial<Settings> = {}): Promise<World> {
  const server = await listenAndRecord({ reply: (socket) => socket.end(hello) });
  const listener = aListener(server.port, [owner]);
  const clock = new StillClock();
  const settings = { ...defaultSettings, ...change };
  const probes = createProbes({
    platform: 'linux',
    ownPid: 1_000_000,
    ownUser: 'maya',
    version: '1.2.3',
    clock,
    log: new SilentLog(),
    snapshot: () => ({
      sequence: 1,
      scannedAt: '2026-01-02T04:04:05.670Z',
      source: { name: 'proc', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null },
      listeners: [listener],
      processes: [owner],
    }),
    onChanges: () => () => undefined,
    settings: async () => settings,
    onSettings: () => () => undefined,
    order: () => ['::1', '127.0.0.1'],
  });
  onTestFinished(() => probes.close());
  return { probes, clock, listener, touched: () => server.connections.length };
}

function ownerOf(line: string, change: Partial<Process> = {}): Process {
  const command = line.split(' ');
  return aProcess(812, { command, name: command[0] ?? '', executable: null, ...change });
}

describe('what a connection could harm', () => {
  test.each<[string, Process]>([
    ['a one-shot listener', ownerOf('nc -l 5000')],
    ['socat', ownerOf('socat TCP-LISTEN:5000 EXEC:cat')],
    ['a Java debugger', ownerOf('java -agentlib:jdwp=transport=dt_socket,server=y,suspend=y -jar a.jar')],
    ['gdbserver', ownerOf('gdbserver --once :5000 ./a')],
    ['a program that waits for its debugger', ownerOf('node --inspect-brk=0 a.js')],
    ['an SSH tunnel', ownerOf('ssh -N -L 5000:db.internal:5432 bastion')],
    ['kubectl', ownerOf('kubectl port-forward svc/db 5000:5432')],
    ['a socket of the first process', ownerOf('/sbin/init', { pid: 1, name: 'systemd' })],
    ['a socket of a service manager', ownerOf('/usr/lib/systemd/systemd --user', { name: 'systemd' })],
    ['a login', ownerOf('gh auth login')],
  ])('%s is touched neither by itself nor on request', async (_title, owner) => {
    const { probes, clock, listener, touched } = await worldOf(owner);
    probes.startAutomatic();
    await clock.advance(600_000);
    const outcome = await probes.run(listener.id, 'request', never);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
    expect(await probes.run(listener.id, 'doctor', never)).toMatchObject({ ok: false });
    const { paths } = await probes.localhost({ port: listener.port, connect: true }, never);
    expect(paths[0]?.connected).toBe('not-allowed');
    expect(touched()).toBe(0);
    expect(probes.activity()).toEqual({ connections: 0, bytesSent: 0, entries: [] });
  });

  test.each([
    ['nc', (port: number) => [`${port}`]],
    ['gdbserver', (port: number) => ['--once', `:${port}`, './a']],
    ['java', (port: number) => [`-agentlib:jdwp=transport=dt_socket,server=y,address=${port}`]],
    ['ssh', (port: number) => ['-N', '-L', `${port}:a:80`]],
  ])('a real process called %s, which ends when it is touched, lives on', async (name, args) => {
    const port = await ownPort();
    const file = path.resolve(import.meta.dirname, '../../programs/fragile.mjs');
    const child = spawn(process.execPath, [file, String(port), ...args(port)], {
      argv0: name,
      stdio: 'ignore',
    });
    let ended = false;
    child.once('exit', () => {
      ended = true;
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await expectLeftAlone(port);
    expect(ended).toBe(false);
  });

  const real: readonly (readonly [string, (port: number) => readonly string[]])[] = [
    ['nc', (port) => ['-l', '127.0.0.1', String(port)]],
    ['gdbserver', (port) => ['--once', `127.0.0.1:${port}`, '/bin/sleep', '60']],
    ['systemd-socket-activate', (port) => ['-l', `127.0.0.1:${port}`, '/bin/cat']],
  ];
  for (const [name, args] of real) {
    const file = findServer(name);
    test.skipIf(file === null)(
      `${name} itself lives on${file === null ? ' (not installed)' : ''}`,
      async () => {
        const port = await ownPort();
        const server = startServer(file ?? name, args(port), { cwd: serverFolder() });
        await expectLeftAlone(port);
        await new Promise((resolve) => setTimeout(resolve, 200));
        expect(server.printed()).not.toMatch(/Killing|connection|Execing/i);
      },
    );
  }

  async function expectLeftAlone(port: number): Promise<void> {
    const here = await probesHere();
    const { id } = await here.listenerOn(port);
    const outcome = await here.probes.run(id, 'request', never);
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
    await here.probes.localhost({ port, connect: true }, never);
    expect(here.probes.activity().connections).toBe(0);
    // Still listening: a one-shot tool would be gone.
    expect((await here.listenerOn(port)).id).toBe(id);
  }
});

const vite = ownerOf('node /srv/node_modules/vite/bin/vite.js');

describe('by itself', () => {
  test('a server that is known to take it is asked once', async () => {
    const { probes, clock, touched } = await worldOf(vite);
    probes.startAutomatic();
    await clock.advance(2900);
    expect(touched()).toBe(0);
    await clock.advance(200);
    await until(() => probes.answers().length === 1, 'the answer');
    await clock.advance(600_000);
    expect(touched()).toBe(1);
    expect(probes.answers()[0]).toMatchObject({ trigger: 'automatic', connections: 1 });
    expect(probes.activity()).toMatchObject({ connections: 1, entries: [{ owner: 'node 812' }] });
  });

  test.each<[string, Process, Partial<Settings>]>([
    ['with automatic probing off', vite, { automaticProbing: 'off' }],
    ['where Berth asks before', vite, { automaticProbing: 'ask' }],
    ['of a port that the user excluded', vite, { neverProbeNames: ['node'] }],
    ['of a program that nobody knows', ownerOf('node server.js'), {}],
    ['of a database', ownerOf('/usr/bin/postgres'), {}],
    ['of a server that renders on the server', ownerOf('next-server'), {}],
  ])('no connection is made %s, in ten minutes', async (_title, owner, settings) => {
    const { probes, clock, touched } = await worldOf(owner, settings);
    probes.startAutomatic();
    await clock.advance(600_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(touched()).toBe(0);
    expect(probes.activity().connections).toBe(0);
  });
});

describe('on request', () => {
  test('who asks while a probe runs gets its answer', async () => {
    const { probes, listener, touched } = await worldOf(ownerOf('node server.js'));
    const [one, two] = await Promise.all([
      probes.run(listener.id, 'request', never),
      probes.run(listener.id, 'doctor', never),
    ]);
    expect(one).toMatchObject({ ok: true, value: { state: 'identified', http: { title: 'Hello' } } });
    expect(two).toBe(one);
    expect(touched()).toBe(1);
  });

  test('the plan says what will be sent, and touches nobody', async () => {
    const { probes, listener, touched } = await worldOf(ownerOf('node server.js'));
    expect(await probes.plan(listener.id)).toMatchObject({
      ok: true,
      value: { class: 'on-request', sends: 'One HTTP request, GET /, unless it speaks first.' },
    });
    expect(touched()).toBe(0);
  });

  test('a listener that is gone is said to be', async () => {
    const { probes } = await worldOf(vite);
    expect(await probes.run('tcp/127.0.0.1/1', 'request', never)).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
  });

  test('localhost is confirmed by a connection that sends nothing', async () => {
    const { probes, listener, touched } = await worldOf(ownerOf('node server.js'));
    const truth = await probes.localhost({ port: listener.port, connect: true }, never);
    expect(truth.paths).toMatchObject([
      { address: '127.0.0.1', connected: 'yes', holder: 'node 812' },
      { address: '::1', connected: 'not-tried', holder: null },
    ]);
    expect(touched()).toBe(1);
    expect(probes.activity()).toMatchObject({ connections: 1, bytesSent: 0 });
  });
});
