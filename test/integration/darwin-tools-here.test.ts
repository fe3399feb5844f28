import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { LsofSource } from '../../electron/core/ports/darwin/lsof-source.ts';
import { createDarwinProcessReader } from '../../electron/core/processes/darwin/darwin-process-reader.ts';

// What macOS and other Unix systems have in common: the real lsof, ps and id of this machine, where it has them.
const lsof = ['/usr/sbin/lsof', '/usr/bin/lsof'].find(existsSync) ?? '';
const hasTools = lsof !== '' && existsSync('/bin/ps') && existsSync('/usr/bin/id');
const tools = { ps: '/bin/ps', lsof, launchctl: '/bin/launchctl', id: '/usr/bin/id', timeoutMs: 10_000 };

const children: ChildProcess[] = [];
const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

function temporaryFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), name)));
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function startNode(args: readonly string[], cwd?: string) {
  const child = spawn(process.execPath, [...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  children.push(child);
  const [line] = await once(child.stdout, 'data');
  return { pid: child.pid ?? 0, line: String(line) };
}

describe.runIf(hasTools)('lsof as a source', () => {
  const openSource = () => new LsofSource({ netstat: '', lsof, timeoutMs: 10_000 });

  test('sees sockets of every kind that this process opens and closes', async () => {
    const source = openSource();
    await source.scan();
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const mine = (await source.scan()).changed.find((socket) => socket.port === port);
    expect(mine).toMatchObject({ protocol: 'tcp', family: 4, address: '127.0.0.1', uid: userInfo().uid });
    expect(mine?.owners.map(({ pid }) => pid)).toEqual([process.pid]);
    server.close();
    await once(server, 'close');
    expect((await source.scan()).removed).toContain(mine?.key);
  });

  test('gives a socket that two processes share as one socket with two owners', async () => {
    const program = fileURLToPath(new URL('../programs/share-listener.mjs', import.meta.url));
    const { pids, port } = JSON.parse((await startNode([program])).line) as { pids: number[]; port: number };
    const sockets = (await openSource().scan()).changed.filter((socket) => socket.port === port);
    expect(sockets.map(({ owners }) => owners.map(({ pid }) => pid).sort())).toEqual([pids.sort()]);
  });
});

describe.runIf(hasTools)('processes', () => {
  const script = 'console.log("ready"); process.stdin.resume()';

  test('are identified, many at once, and one that is not running is left out', async () => {
    const { pid } = await startNode(['-e', script]);
    const reader = createDarwinProcessReader(tools);
    const found = await reader.identify([pid, process.pid, 99_999_999]);
    expect([...found.keys()].sort()).toEqual([pid, process.pid].sort());
    expect(found.get(pid)?.name).not.toBe('');
    expect(await reader.identify([pid])).toEqual(new Map([[pid, found.get(pid)]]));
  });

  test('have the start time that the clock showed, whatever the time zone', async () => {
    const before = Date.now();
    const { pid } = await startNode(['-e', script]);
    const started = (await createDarwinProcessReader(tools).identify([pid])).get(pid)?.startTime ?? 0;
    // ps counts from the boot in ticks and cuts to seconds: a little off, but never by an hour.
    expect(Math.abs(started - before)).toBeLessThan(60_000);
  });

  test('are described with program, arguments, folder, user and parent', async () => {
    const cwd = temporaryFolder('berth café ');
    const { pid } = await startNode(['-e', script, 'one', '--two=2'], cwd);
    const reader = createDarwinProcessReader(tools);
    const identities = [...(await reader.identify([pid])).values()];
    const facts = (await reader.describe(identities)).get(pid);
    expect(facts).toMatchObject({
      pid,
      parentPid: process.pid,
      executable: realpathSync(process.execPath),
      cwd,
      user: userInfo().username,
      service: null,
    });
    expect(facts?.command.slice(-2)).toEqual(['one', '--two=2']);
  });

  test('whose pid belongs to another process by now are left out', async () => {
    const reader = createDarwinProcessReader(tools);
    const mine = (await reader.identify([process.pid])).get(process.pid);
    const startTime = (mine?.startTime ?? 0) - 1000;
    expect(await reader.describe([{ pid: process.pid, startTime }])).toEqual(new Map());
  });

  test('have ancestors, nearest first, without themselves', async () => {
    const { pid } = await startNode(['-e', script]);
    const chain = await createDarwinProcessReader(tools).ancestors(pid);
    expect(chain.slice(0, 2).map((ancestor) => ancestor.pid)).toEqual([process.pid, process.ppid]);
    expect(chain.every(({ name }) => name !== '')).toBe(true);
  });

  test('keep the rest of their facts when lsof, launchctl and id are missing', async () => {
    const { pid } = await startNode(['-e', script]);
    const bare = { ...tools, lsof: '/nowhere/lsof', launchctl: '/nowhere/launchctl', id: '/nowhere/id' };
    const reader = createDarwinProcessReader(bare);
    const facts = (await reader.describe([...(await reader.identify([pid])).values()])).get(pid);
    expect(facts).toMatchObject({ pid, cwd: null, service: null });
    expect(facts?.command).toContain('-e');
  });

  test('cannot be read without ps', async () => {
    const reader = createDarwinProcessReader({ ...tools, ps: '/nowhere/ps' });
    await expect(reader.identify([1])).rejects.toMatchObject({ reason: 'missing' });
  });

  test('name a user once it has been asked for', async () => {
    const reader = createDarwinProcessReader(tools);
    expect(reader.userName(0)).toBe('root');
    expect(reader.userName(userInfo().uid)).toBe(userInfo().username);
    expect(reader.userName(3_999_999_999)).toBeNull();
  });
});
