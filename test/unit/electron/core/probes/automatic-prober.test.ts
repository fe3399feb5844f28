import { beforeEach, describe, expect, it } from 'vitest';
import { AutomaticProber } from '../../../../../electron/core/probes/automatic-prober.ts';
import type { Listener } from '../../../../../shared/contract/ports.ts';
import type { Changes } from '../../../../../shared/contract/snapshot.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';
import { StillClock } from '../../../../fakes/still-clock.ts';

let clock: StillClock;
let listeners: Listener[];
let allowed: (id: string) => boolean;
let probed: { readonly id: string; readonly at: number }[];
let turns: number;
let running: number;
let mostRunning: number;
let changed: (changes: Changes) => void;
let settingsChanged: () => void;

beforeEach(() => {
  clock = new StillClock();
  listeners = [];
  allowed = () => true;
  probed = [];
  turns = 0;
  running = 0;
  mostRunning = 0;
});

function start(): AutomaticProber {
  const prober = new AutomaticProber({
    clock,
    listeners: () => listeners,
    onChanges: (listener) => {
      changed = listener;
      return () => {
        changed = () => undefined;
      };
    },
    onSettings: (listener) => {
      settingsChanged = listener;
      return () => undefined;
    },
    judge: () => {
      turns += 1;
      return allowed;
    },
    probe: async (id) => {
      running += 1;
      mostRunning = Math.max(mostRunning, running);
      probed.push({ id, at: clock.elapsed() });
      await new Promise<void>((resolve) => clock.after(500, resolve));
      running -= 1;
    },
  });
  prober.start();
  return prober;
}

function change(now: readonly Listener[], removedListeners: readonly string[] = []): void {
  listeners = [...now];
  changed({
    sequence: 1,
    scannedAt: '2026-01-02T04:04:05.670Z',
    listeners: [...now],
    removedListeners: [...removedListeners],
    processes: [],
    removedProcesses: [],
    events: [],
  });
}

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => aListener(3000 + at, [aProcess(100 + at)]));

describe('probing by itself', () => {
  it('waits three seconds from the moment a listener appeared', async () => {
    start();
    await clock.advance(10_000);
    change(many(1));
    await clock.advance(2999);
    expect(probed).toEqual([]);
    await clock.advance(1);
    expect(probed).toHaveLength(1);
  });

  it('probes one after the other, four in a minute', async () => {
    listeners = many(6);
    start();
    await clock.advance(60_000);
    expect(probed).toHaveLength(4);
    expect(mostRunning).toBe(1);
    await clock.advance(60_000);
    expect(probed).toHaveLength(6);
    expect(new Set(probed.map(({ id }) => id)).size).toBe(6);
  });

  it('probes a listener once, as long as the same owners hold it', async () => {
    const [listener] = many(1) as [Listener];
    listeners = [listener];
    start();
    await clock.advance(100_000);
    change([{ ...listener, label: 'shop' }]);
    await clock.advance(100_000);
    expect(probed).toHaveLength(1);
    change([{ ...listener, owners: ['900@2026-01-02T04:04:05.670Z'] }]);
    await clock.advance(100_000);
    expect(probed).toHaveLength(2);
  });

  it('does not probe what left before its time', async () => {
    listeners = many(1);
    start();
    await clock.advance(1000);
    change([], [many(1)[0]?.id ?? '']);
    await clock.advance(100_000);
    expect(probed).toEqual([]);
  });

  it('leaves alone what is not allowed, until the settings change', async () => {
    listeners = many(2);
    allowed = () => false;
    start();
    await clock.advance(100_000);
    expect(probed).toEqual([]);
    expect(clock.nextIn).toBeNull();
    allowed = () => true;
    settingsChanged();
    await clock.advance(10_000);
    expect(probed).toHaveLength(2);
  });

  it('judges many listeners in several turns, so that nothing waits for all of them', async () => {
    listeners = many(1000);
    allowed = () => false;
    start();
    await clock.advance(3000);
    expect(turns).toBeGreaterThanOrEqual(5);
    expect(clock.nextIn).toBeNull();
  });

  it('does nothing any more once closed', async () => {
    listeners = many(3);
    const prober = start();
    prober.close();
    await clock.advance(100_000);
    expect(probed).toEqual([]);
    expect(clock.nextIn).toBeNull();
  });
});
