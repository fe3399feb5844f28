import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBootTime } from '../../../electron/core/lib/linux-boot-time.ts';
import { createProcSource } from '../../../electron/core/ports/linux/proc-source.ts';
import type { PortSource } from '../../../electron/core/ports/port-source.ts';
import { KnownSockets } from '../../helpers/known-sockets.ts';
import { type PythonProgram, startPython } from '../../helpers/start-python.ts';

interface SceneListener {
  readonly protocol: 'tcp' | 'udp';
  readonly address: string;
  readonly port: number;
  readonly owners: readonly { readonly pid: number; readonly name: string }[];
}

describe.runIf(process.platform === 'linux')('a scene with every kind of listener', () => {
  let scene: PythonProgram;
  let listeners: readonly SceneListener[];
  let source: PortSource;
  let known: KnownSockets;

  beforeAll(async () => {
    scene = startPython('listen_scene.py');
    listeners = (JSON.parse(await scene.nextLine()) as { listeners: SceneListener[] }).listeners;
    source = createProcSource({ bootTimeMs: readBootTime() });
    known = new KnownSockets(source);
    await known.scan();
  });
  afterAll(async () => {
    source.close();
    await scene.stop();
  });

  it('shows every address and port with exactly its owners and their names', () => {
    for (const { protocol, address, port, owners } of listeners) {
      const sockets = known.at(protocol, address, port);
      const found = sockets.flatMap((socket) => socket.owners).map(({ pid, name }) => ({ pid, name }));
      expect(
        found.sort((a, b) => a.pid - b.pid),
        `${protocol} ${address} ${port}`,
      ).toEqual(owners);
    }
  });

  it('invents no row for the programs of the scene', () => {
    const pids = new Set(listeners.flatMap((listener) => listener.owners.map((owner) => owner.pid)));
    const expected = new Set(listeners.map((l) => `${l.protocol} ${l.address} ${l.port}`));
    const found = known.all.filter((socket) => socket.owners.some((owner) => pids.has(owner.pid)));
    expect(new Set(found.map((s) => `${s.protocol} ${s.address} ${s.port}`))).toEqual(expected);
  });

  it('says since when an owner runs', () => {
    const starts = known.all.flatMap((socket) => socket.owners).map((owner) => owner.startTime ?? 0);
    for (const start of starts) expect(start).toBeGreaterThanOrEqual(readBootTime());
    expect(Math.max(...starts)).toBeLessThanOrEqual(Date.now() + 2000);
  });

  it('tells nothing when nothing changed', async () => {
    const pids = new Set(listeners.flatMap((listener) => listener.owners.map((owner) => owner.pid)));
    for (let scan = 0; scan < 20; scan++) {
      const { changed } = await known.scan();
      expect(changed.filter((socket) => socket.owners.some((owner) => pids.has(owner.pid)))).toEqual([]);
    }
  });
});
