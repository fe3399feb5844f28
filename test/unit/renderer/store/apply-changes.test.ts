import { expect, test } from 'vitest';
import { applyChanges, applySnapshot } from '../../../../renderer/store/apply-changes.ts';
import type { Changes, Snapshot } from '../../../../shared/contract/snapshot.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

const node = aProcess(1);
const python = aProcess(2, { name: 'python3' });
const source = { name: 'proc', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null } as const;
const at = '2026-01-02T03:04:06.000Z';
const snapshot: Snapshot = {
  sequence: 1,
  scannedAt: at,
  source,
  listeners: [aListener(3000, [node]), aListener(4000, [python])],
  processes: [node, python],
};
const change = (more: Partial<Changes>): Changes => ({
  sequence: 2,
  scannedAt: at,
  listeners: [],
  removedListeners: [],
  processes: [],
  removedProcesses: [],
  events: [],
  ...more,
});
const idOf = (port: number) => aListener(port, []).id;

test('makes a row with its owners of every listener of a snapshot', () => {
  const { rows } = applySnapshot(snapshot);
  expect(rows.size).toBe(2);
  expect(rows.get(idOf(4000))?.owners).toEqual([python]);
});

test('leaves the rows alone that a change says nothing about', () => {
  const before = applySnapshot(snapshot);
  const after = applyChanges(before, change({ listeners: [aListener(5000, [node])] }));
  expect(after.rows.get(idOf(3000))).toBe(before.rows.get(idOf(3000)));
  expect(after.rows.get(idOf(5000))?.owners).toEqual([node]);
});

test('keeps everything the same object when nothing changed', () => {
  const before = applySnapshot(snapshot);
  const after = applyChanges(before, change({}));
  expect(after.rows).toBe(before.rows);
  expect(after.processes).toBe(before.processes);
});

test('keeps a closed row, marked as such, with the owners it had', () => {
  const before = applySnapshot(snapshot);
  const after = applyChanges(
    before,
    change({ removedListeners: [idOf(3000)], removedProcesses: [node.key] }),
  );
  expect(after.listeners.has(idOf(3000))).toBe(false);
  expect(after.rows.get(idOf(3000))).toMatchObject({ closed: true, owners: [node] });
});

test('shows a row again that opens while its closed one still stands', () => {
  const closed = applyChanges(applySnapshot(snapshot), change({ removedListeners: [idOf(3000)] }));
  const after = applyChanges(closed, change({ listeners: [aListener(3000, [python])] }));
  expect(after.rows.get(idOf(3000))).toMatchObject({ closed: false, owners: [python] });
});

test('a change of owner gives the row its new owner and a mark', () => {
  const listener = aListener(3000, [python]);
  const events = [{ kind: 'changed-owner', listenerId: listener.id, at } as const];
  const after = applyChanges(applySnapshot(snapshot), change({ listeners: [listener], events }));
  expect(after.rows.get(listener.id)?.owners).toEqual([python]);
  expect(after.marks.get(listener.id)).toBe('changed-owner');
});

test('what is learnt later about a process reaches the rows that it holds, and only those', () => {
  const before = applySnapshot(snapshot);
  const named = { ...node, name: 'storefront' };
  const after = applyChanges(before, change({ processes: [named] }));
  expect(after.rows.get(idOf(3000))?.owners[0]?.name).toBe('storefront');
  expect(after.rows.get(idOf(4000))).toBe(before.rows.get(idOf(4000)));
});

test('applying a change twice changes nothing more', () => {
  const changes = change({ listeners: [aListener(5000, [node])], removedListeners: [idOf(4000)] });
  const once = applyChanges(applySnapshot(snapshot), changes);
  expect(applyChanges(once, changes)).toEqual(once);
});
