import { beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../../../electron/core/lib/clock.ts';
import { PortScanner } from '../../../../../electron/core/monitor/port-scanner.ts';
import type { ScanDelta } from '../../../../../electron/core/monitor/scan-report.ts';
import { SnapshotStore } from '../../../../../electron/core/monitor/snapshot-store.ts';
import type { ListeningSocket, SocketChanges } from '../../../../../electron/core/ports/port-source.ts';
import type { ProcessFacts, ProcessReader } from '../../../../../electron/core/processes/process-reader.ts';
import { ProcessTable } from '../../../../../electron/core/processes/process-table.ts';

const startTime = 1_700_000_000_000;

function socket(port: number, pid: number, change: Partial<ListeningSocket> = {}): ListeningSocket {
  return {
    key: `tcp:${port}:${pid}`,
    protocol: 'tcp',
    family: 4,
    address: '127.0.0.1',
    port,
    uid: 1000,
    owners: [{ pid, startTime: null, name: null }],
    ownersHidden: false,
    ...change,
  };
}

/** Answers about every pid, when it is let. */
class GatedReader implements ProcessReader {
  described = 0;
  #open: () => void = () => undefined;
  gate: Promise<void> = Promise.resolve();

  shut(): void {
    this.gate = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  async open(): Promise<void> {
    this.#open();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }

  async identify(pids: readonly number[]) {
    await this.gate;
    return new Map(pids.map((pid) => [pid, { pid, startTime, name: 'node' }]));
  }

  async describe(identities: readonly { readonly pid: number; readonly startTime: number }[]) {
    await this.gate;
    this.described += identities.length;
    return new Map<number, ProcessFacts>(
      identities.map(({ pid }) => [
        pid,
        {
          pid,
          startTime,
          name: 'node',
          parentPid: 1,
          command: ['node'],
          executable: null,
          cwd: null,
          user: 'maya',
          service: null,
        },
      ]),
    );
  }

  async ancestors() {
    return [];
  }

  userName(): string {
    return 'maya';
  }
}

let reader: GatedReader;
let next: SocketChanges | Error;
let scanner: PortScanner;

beforeEach(() => {
  reader = new GatedReader();
  next = { changed: [], removed: [] };
  scanner = new PortScanner({
    openSource: async () => ({
      source: {
        name: 'netstat',
        async scan() {
          if (next instanceof Error) throw next;
          return next;
        },
        close() {},
      },
      fallbackReason: null,
    }),
    reader,
    processes: new ProcessTable({ platform: 'win32', reader, projects: { find: async () => null } }),
    containers: {
      containerIdOf: () => null,
      mayBelong: () => false,
      find: async () => ({ container: null, isFinal: true }),
      problems: () => [],
    },
    clock: systemClock,
    patienceMs: 30,
  });
});

async function scan(changes: Partial<SocketChanges> | Error): Promise<ScanDelta | null> {
  next = changes instanceof Error ? changes : { changed: [], removed: [], ...changes };
  return (await scanner.scan()).delta;
}

test('tells everything the first time, even when that is nothing', async () => {
  expect(await scan({})).toMatchObject({ full: true, listeners: [], processes: [] });
  expect(await scan({})).toBeNull();
});

test('joins a socket with the process that holds it', async () => {
  const delta = await scan({ changed: [socket(3000, 10)] });
  const [process] = delta?.processes ?? [];
  expect(process).toMatchObject({ pid: 10, name: 'node', user: 'maya' });
  expect(delta?.listeners).toMatchObject([{ port: 3000, owners: [process?.key], socketUser: 'maya' }]);
});

test('reads a process once however many listeners it opens', async () => {
  await scan({ changed: [socket(3000, 10)] });
  const delta = await scan({ changed: [socket(3001, 10)] });
  expect(delta?.processes).toEqual([]);
  expect(reader.described).toBe(1);
});

test('forgets a process with its last listener', async () => {
  await scan({ changed: [socket(3000, 10), socket(3001, 10)] });
  const first = await scan({ removed: ['tcp:3000:10'] });
  expect(first?.removedProcesses).toEqual([]);
  const second = await scan({ removed: ['tcp:3001:10'] });
  expect(second?.removedProcesses).toHaveLength(1);
});

test('does not let the list wait for processes that take long to read, and names them later', async () => {
  const store = new SnapshotStore({ labelOf: () => null, notesOf: () => ({}) });
  const apply = (delta: ScanDelta | null) => delta && store.apply(delta);
  apply(await scan({}));

  reader.shut();
  apply(await scan({ changed: [socket(3000, 10)] }));
  expect(store.snapshot().processes).toMatchObject([{ pid: 10, name: 'process 10' }]);

  apply(await scan({ changed: [socket(3001, 11)] }));
  await reader.open();
  const changes = apply(await scan({}));
  expect(store.snapshot().processes).toMatchObject([
    { pid: 10, name: 'node' },
    { pid: 11, name: 'node' },
  ]);
  expect(changes?.events).toEqual([]);
  expect(await scan({})).toBeNull();
});

test('reports a failure and tells everything again after it', async () => {
  await scan({ changed: [socket(3000, 10)] });
  next = new Error('netstat took longer than 5000 ms');
  expect(await scanner.scan()).toMatchObject({
    delta: null,
    source: { state: 'failing', lastError: 'netstat took longer than 5000 ms' },
  });
  expect(await scan({})).toMatchObject({ full: true, listeners: [{ port: 3000 }], processes: [{ pid: 10 }] });
});
