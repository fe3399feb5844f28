import { beforeEach, expect, test } from 'vitest';
import type { ScanDelta } from '../../../../../electron/core/monitor/scan-report.ts';
import { SnapshotStore } from '../../../../../electron/core/monitor/snapshot-store.ts';
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

let labels: Record<number, string>;
let store: SnapshotStore;

beforeEach(() => {
  labels = {};
  store = new SnapshotStore((port) => labels[port] ?? null);
  store.apply(delta({ full: true, listeners: [aListener(3000, [node])], processes: [node] }));
});

test('calls nothing opened that was there at the first scan', () => {
  const fresh = new SnapshotStore(() => null);
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
  const changes = store.relabel(3000);
  expect(changes?.listeners).toMatchObject([{ port: 3000, label: 'shop' }]);
  expect(changes?.events).toEqual([]);
  expect(store.relabel(3000)).toBeNull();
});

test('a snapshot fits the contract', () => {
  expect(snapshotSchema.parse(store.snapshot()).listeners).toHaveLength(1);
});
