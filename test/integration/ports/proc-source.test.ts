import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readBootTime } from '../../../electron/core/lib/linux-boot-time.ts';
import { createProcSource } from '../../../electron/core/ports/linux/proc-source.ts';
import { createSsSource } from '../../../electron/core/ports/linux/ss-source.ts';
import type { ListeningSocket, PortSource } from '../../../electron/core/ports/port-source.ts';
import { readCapture } from '../../helpers/captures.ts';
import { KnownSockets } from '../../helpers/known-sockets.ts';
import { type PythonProgram, startPython } from '../../helpers/start-python.ts';

const nobody = 65534;
const isRoot = process.geteuid?.() === 0;

/** Page faults of all children this process ever waited for: any process it runs adds hundreds (proc(5), field 11). */
function faultsOfChildren(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[8]);
}

describe.runIf(process.platform === 'linux')('the /proc source', () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  function open(source: PortSource = createProcSource({ bootTimeMs: readBootTime() })): KnownSockets {
    closing.push(() => source.close());
    return new KnownSockets(source);
  }

  function start(...args: Parameters<typeof startPython>): PythonProgram {
    const program = startPython(...args);
    closing.push(() => program.stop());
    return program;
  }

  async function listen(address: string): Promise<{ server: Server; port: number }> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, address, resolve));
    closing.push(() => server.close());
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('no port');
    return { server, port: bound.port };
  }

  it('tells a new listener once, with us as its owner, and once that it is gone', async () => {
    const known = open();
    await known.scan();
    const { server, port } = await listen('127.0.0.1');
    const isOurs = ({ key }: ListeningSocket) =>
      known.at('tcp', '127.0.0.1', port).some((one) => one.key === key);
    const { changed } = await known.scan();
    const [socket, ...others] = changed.filter(isOurs);
    expect(others).toEqual([]);
    expect(socket?.owners.map(({ pid }) => pid)).toEqual([process.pid]);
    expect(socket?.uid).toBe(process.geteuid?.());

    const again = await known.scan();
    expect(again.changed.filter(isOurs)).toEqual([]);

    await new Promise((resolve) => server.close(resolve));
    expect((await known.scan()).removed).toContain(socket?.key);
    expect((await known.scan()).removed).not.toContain(socket?.key);
  });

  it('sees every listener of a table that takes many readings', async () => {
    const listening = await Promise.all(Array.from({ length: 300 }, () => listen('127.0.0.1')));
    const known = open();
    await known.scan();
    const found = new Set(
      known.all.filter(({ owners }) => owners[0]?.pid === process.pid).map(({ port }) => port),
    );
    expect(listening.filter(({ port }) => !found.has(port))).toEqual([]);
  });

  it('runs no process in 100 scans', async () => {
    const known = open();
    const tool = open(createSsSource());
    const before = faultsOfChildren();
    for (let scan = 0; scan < 100; scan++) await known.scan();
    expect(faultsOfChildren()).toBe(before);
    await tool.scan();
    expect(faultsOfChildren(), 'a tool would have been noticed').toBeGreaterThan(before);
  });

  it('bears processes that end while they are looked at', async () => {
    await start('process_storm.py').nextLine();
    const known = open();
    const { port } = await listen('127.0.0.1');
    for (let scan = 0; scan < 300; scan++) await known.scan();
    expect(known.at('tcp', '127.0.0.1', port).flatMap(({ owners }) => owners.map(({ pid }) => pid))).toEqual([
      process.pid,
    ]);
  });

  it('does not take a listener of another network namespace for ours', async (context) => {
    const { port } = await listen('127.0.0.1');
    const elsewhere = JSON.parse(await start('listen_elsewhere.py', { args: [`${port}`] }).nextLine());
    if ('refused' in elsewhere) context.skip(`no network namespace may be made here: ${elsewhere.refused}`);
    const known = open();
    await known.scan();
    expect(known.at('tcp', '0.0.0.0', port)).toEqual([]);
    expect(known.at('tcp', '127.0.0.1', port).flatMap(({ owners }) => owners.map(({ pid }) => pid))).toEqual([
      process.pid,
    ]);
    expect(known.all.filter(({ owners }) => owners.some(({ pid }) => pid === elsewhere.pid))).toEqual([]);
  });

  it('knows a new process under a reused pid by its start', async (context) => {
    const program = start('reuse_pid.py');
    const first = JSON.parse(await program.nextLine());
    const known = open();
    await known.scan();
    const predecessor = known.at('tcp', '127.0.0.1', first.port)[0]?.owners[0];
    expect(predecessor).toMatchObject({ pid: first.pid, name: 'predecessor' });

    const second = JSON.parse(await program.ask('succeed'));
    if ('refused' in second) context.skip(`no pid can be reused here: ${second.refused}`);
    await known.scan();
    const successor = known.at('tcp', '127.0.0.1', second.port)[0]?.owners[0];
    expect(successor).toMatchObject({ pid: first.pid, name: 'successor' });
    expect(successor?.startTime).toBeGreaterThan(predecessor?.startTime ?? Number.POSITIVE_INFINITY);
    expect(known.at('tcp', '127.0.0.1', first.port)).toEqual([]);
  });

  describe.runIf(isRoot)('as an ordinary user', () => {
    /** The file system identity is what /proc goes by; root comes back with it. */
    async function asNobody<T>(work: () => Promise<T>): Promise<T> {
      process.setegid?.(nobody);
      process.seteuid?.(nobody);
      try {
        return await work();
      } finally {
        process.seteuid?.(0);
        process.setegid?.(0);
      }
    }

    it('bears processes whose folders may not even be entered', async () => {
      const procRoot = mkdtempSync(path.join(tmpdir(), 'proc-'));
      closing.push(() => rmSync(procRoot, { recursive: true }));
      for (const folder of ['net', '1']) mkdirSync(path.join(procRoot, folder));
      writeFileSync(path.join(procRoot, 'net/tcp'), readCapture('linux/proc-net-tcp.txt'));
      chmodSync(procRoot, 0o755);
      chmodSync(path.join(procRoot, '1'), 0o700);
      const known = open(await asNobody(async () => createProcSource({ procRoot, bootTimeMs: 0 })));
      await asNobody(() => known.scan());
      expect(known.all.length).toBeGreaterThan(0);
      expect(known.all.every(({ ownersHidden }) => ownersHidden)).toBe(true);
    });

    it('shows sockets of others without their owners, but with their user', async () => {
      const scene = JSON.parse(await start('listen_scene.py').nextLine());
      const own = JSON.parse(
        await start('listen_scene.py', {
          wrapper: ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'],
        }).nextLine(),
      );
      const known = await asNobody(async () => {
        const opened = open();
        await opened.scan();
        await opened.scan();
        return opened;
      });
      for (const { protocol, address, port } of scene.listeners) {
        for (const { owners, ownersHidden, uid } of known.at(protocol, address, port)) {
          expect({ owners, ownersHidden, uid }).toEqual({ owners: [], ownersHidden: true, uid: 0 });
        }
      }
      for (const { protocol, address, port, owners } of own.listeners) {
        const sockets = known.at(protocol, address, port);
        const pids = sockets.flatMap((socket) => socket.owners.map(({ pid }) => pid));
        expect(pids.sort(), `${protocol} ${address} ${port}`).toEqual(
          owners.map(({ pid }: { pid: number }) => pid).sort(),
        );
        expect(sockets.every(({ ownersHidden, uid }) => !ownersHidden && uid === nobody)).toBe(true);
      }
    });
  });
});
