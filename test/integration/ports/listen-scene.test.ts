import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBootTime } from '../../../electron/core/lib/linux-boot-time.ts';
import { openPortSource } from '../../../electron/core/ports/choose-port-source.ts';
import type { PortSource, PortSourceName, SocketOwner } from '../../../electron/core/ports/port-source.ts';
import { KnownSockets } from '../../helpers/known-sockets.ts';
import { type PythonProgram, startPython } from '../../helpers/start-python.ts';

interface SceneOwner {
  readonly pid: number;
  readonly name: string;
}

interface SceneListener {
  readonly protocol: 'tcp' | 'udp';
  readonly address: string;
  readonly port: number;
  readonly owners: readonly SceneOwner[];
}

interface SourceCase {
  readonly name: PortSourceName;
  /** Left out so that this one is the first that works. */
  readonly exclude: readonly PortSourceName[];
  /** What it can tell of an owner; null stands for what the processes area looks up. */
  readonly tells: (owner: SceneOwner) => SocketOwner['name'];
  readonly tellsEveryOwner: boolean;
}

const isWhole = (name: string) => !name.includes('(') && name !== 'fourteen-bytes';

const cases: readonly SourceCase[] = [
  { name: 'proc', exclude: ['netlink'], tells: ({ name }) => name, tellsEveryOwner: true },
  {
    name: 'ss',
    exclude: ['netlink', 'proc'],
    tells: ({ name }) => (isWhole(name) ? name : null),
    tellsEveryOwner: true,
  },
  { name: 'netstat', exclude: ['netlink', 'proc', 'ss'], tells: () => null, tellsEveryOwner: false },
  {
    name: 'lsof',
    exclude: ['netlink', 'proc', 'ss', 'netstat'],
    tells: ({ name }) => (name === 'fourteen-bytes' ? null : name),
    tellsEveryOwner: true,
  },
];

describe.runIf(process.platform === 'linux')('a scene with every kind of listener', () => {
  let scene: PythonProgram;
  let listeners: readonly SceneListener[];
  beforeAll(async () => {
    scene = startPython('listen_scene.py');
    listeners = (JSON.parse(await scene.nextLine()) as { listeners: SceneListener[] }).listeners;
  });
  afterAll(() => scene.stop());

  describe.each(cases)('seen by $name', ({ name, exclude, tells, tellsEveryOwner }) => {
    let source: PortSource;
    let known: KnownSockets;
    beforeAll(async () => {
      ({ source } = await openPortSource({ platform: 'linux', bootTimeMs: readBootTime(), exclude }));
      known = new KnownSockets(source);
      await known.scan();
    });
    afterAll(() => source.close());

    it('is listed by that source and no other', () => expect(source.name).toBe(name));

    it('has every address and port with exactly its owners', () => {
      for (const { protocol, address, port, owners } of listeners) {
        const sockets = known.at(protocol, address, port);
        const found = sockets.flatMap((socket) => socket.owners);
        const expected = owners.map((owner) => ({ pid: owner.pid, name: tells(owner) }));
        const place = `${protocol} ${address} ${port}`;
        if (tellsEveryOwner || owners.length === sockets.length) {
          expect(byPid(found), place).toEqual(expected);
        } else {
          expect(found, place).toHaveLength(1);
          expect(expected, place).toContainEqual(byPid(found)[0]);
        }
        expect(sockets.some((socket) => socket.ownersHidden)).toBe(false);
      }
    });

    it('has nothing invented', () => {
      const pids = new Set(listeners.flatMap((listener) => listener.owners.map((owner) => owner.pid)));
      const places = listeners.map((listener) => placeOf(listener));
      const found = known.all.filter((socket) => socket.owners.some((owner) => pids.has(owner.pid)));
      expect(new Set(found.map(placeOf))).toEqual(new Set(places));
      expect(found).toHaveLength(listeners.length + 1); // two sockets share one place by SO_REUSEPORT
    });

    it('is told once', async () => {
      const pids = new Set(listeners.flatMap((listener) => listener.owners.map((owner) => owner.pid)));
      for (let scan = 0; scan < 5; scan++) {
        const { changed } = await known.scan();
        expect(changed.filter((socket) => socket.owners.some((owner) => pids.has(owner.pid)))).toEqual([]);
      }
    });
  });

  it('is dated by the kernel: nothing starts before the system or after now', async () => {
    const bootTimeMs = readBootTime();
    const { source } = await openPortSource({ platform: 'linux', bootTimeMs });
    const { changed } = await source.scan();
    source.close();
    const starts = changed.flatMap((socket) => socket.owners).map((owner) => owner.startTime ?? 0);
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(bootTimeMs);
    // The kernel tells its own start in whole seconds.
    expect(Math.max(...starts)).toBeLessThanOrEqual(Date.now() + 1000);
  });
});

function byPid(owners: readonly SocketOwner[]): { pid: number; name: string | null }[] {
  return owners.map(({ pid, name }) => ({ pid, name })).sort((a, b) => a.pid - b.pid);
}

function placeOf({ protocol, address, port }: Pick<SceneListener, 'protocol' | 'address' | 'port'>): string {
  return `${protocol} ${address} ${port}`;
}
