import { beforeEach, expect, test } from 'vitest';
import type { ScanDelta } from '../../../../../electron/core/monitor/scan-report.ts';
import { type Dressing, SnapshotStore } from '../../../../../electron/core/monitor/snapshot-store.ts';
import { changesSchema, snapshotSchema } from '../../../../../shared/contract/snapshot.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';

const node = aProcess(10);
const python = aProcess(20, { name: 'python3' });
const delta = (change: Partial<ScanDelta>): ScanDelta => ({
  full: false,
  scannedAt: 1_700_000_000_000,
  listeners: [],
  removedListeners: [],
  processes: [],
  removedProcesses: [],
  ...change,
});

/** Says who the owner is, and how many listen on the port where there is more than one. */
const notesOf: Dressing['notesOf'] = (listener, samePort, processes) => ({
  identity: {
    kind: 'other',
    product: processes.get(listener.owners[0] ?? '')?.name ?? 'unknown',
    target: null,
    confidence: 'certain',
    source: 'title',
    evidence: 'name',
  },
  localhost: samePort.length > 1 ? `${samePort.length} on ${listener.port}` : null,
});

let labels: Record<number, string>;
let store: SnapshotStore;

beforeEach(() => {
  labels = {};
  store = new SnapshotStore({ labelOf: (port) => labels[port] ?? null, notesOf });
  store.apply(delta({ full: true, listeners: [aListener(3000, [node])], processes: [node] }));
});

test('calls nothing opened that was there at the first scan', () => {
  const fresh = new SnapshotStore({ labelOf: () => null, notesOf: () => ({}) });
  const changes = fresh.apply(delta({ full: true, listeners: [aListener(1, [node])], processes: [node] }));
  expect(changes?.events).toEqual([]);
  expect(changes?.sequence).toBe(1);
});

test('numbers changes one by one and tells what opened', () => {
  const changes = store.apply(delta({ listeners: [aListener(4000, [python])], processes: [python] }));
  expect(changesSchema.parse(changes)).toMatchObject({
    sequence: 2,
    events: [{ kind: 'opened', listenerId: 'tcp/127.0.0.1/4000' }],
  });
});

test('tells a closed listener and forgets its process', () => {
  const changes = store.apply(
    delta({ removedListeners: ['tcp/127.0.0.1/3000'], removedProcesses: [node.key] }),
  );
  expect(changes?.events).toMatchObject([{ kind: 'closed', listenerId: 'tcp/127.0.0.1/3000' }]);
  expect(store.snapshot()).toMatchObject({ listeners: [], processes: [] });
});

test('tells a changed owner', () => {
  const changes = store.apply(delta({ listeners: [aListener(3000, [python])], processes: [python] }));
  expect(changes?.events).toMatchObject([{ kind: 'changed-owner' }]);
});

test('says nothing when nothing is different', () => {
  expect(store.apply(delta({ listeners: [aListener(3000, [node])], processes: [node] }))).toBeNull();
  expect(store.snapshot().sequence).toBe(1);
});

test('does not announce the closing of what it never knew', () => {
  expect(store.apply(delta({ removedListeners: ['tcp/127.0.0.1/1'] }))).toBeNull();
});

test('takes what is missing from a full scan as gone', () => {
  const changes = store.apply(delta({ full: true, listeners: [aListener(4000, [node])], processes: [node] }));
  expect(changes?.removedListeners).toEqual(['tcp/127.0.0.1/3000']);
  expect(changes?.events.map((event) => event.kind)).toEqual(['closed', 'opened']);
});

test('adds labels and changes them everywhere on the port', () => {
  labels[3000] = 'shop';
  const changes = store.dressAgain([3000]);
  expect(changes?.listeners).toMatchObject([{ port: 3000, label: 'shop' }]);
  expect(changes?.events).toEqual([]);
  expect(store.dressAgain([3000])).toBeNull();
});

test('notes follow when another listener of the same port comes and goes', () => {
  const v6 = aListener(3000, [python], { address: '::1' });
  const came = store.apply(delta({ listeners: [v6], processes: [python] }));
  expect(came?.listeners.map(({ id, localhost }) => [id, localhost])).toEqual([
    ['tcp/127.0.0.1/3000', '2 on 3000'],
    ['tcp/::1/3000', '2 on 3000'],
  ]);
  const went = store.apply(delta({ removedListeners: [v6.id], removedProcesses: [python.key] }));
  expect(went?.listeners).toMatchObject([{ id: 'tcp/127.0.0.1/3000', localhost: null }]);
});

test('notes follow when all that is new is what is known of the owner', () => {
  const renamed = { ...node, name: 'vite' };
  const changes = store.apply(delta({ processes: [renamed] }));
  expect(changes?.listeners).toMatchObject([{ port: 3000, identity: { product: 'vite' } }]);
  expect(changes?.events).toEqual([]);
});

test('a snapshot fits the contract', () => {
  expect(snapshotSchema.parse(store.snapshot()).listeners).toHaveLength(1);
});
