import type { Changes, Snapshot } from '../../shared/contract/snapshot.ts';
import { type Answers, makePortRow, noneAnswered, type PortRow } from './port-row.ts';
import type { PortsSlice, RowMark } from './ports-slice.ts';

/** The facts of a snapshot in place of everything known before. */
export function applySnapshot(snapshot: Snapshot, answers: Answers = noneAnswered): PortsSlice {
  const processes = new Map(snapshot.processes.map((process) => [process.key, process]));
  return {
    loaded: true,
    scannedAt: snapshot.scannedAt,
    source: snapshot.source,
    listeners: new Map(snapshot.listeners.map((listener) => [listener.id, listener])),
    processes,
    rows: new Map(
      snapshot.listeners.map((listener) => [listener.id, makePortRow(listener, processes, answers)]),
    ),
    marks: new Map(),
    departed: null,
  };
}

/** The facts after a change. Rows that nothing happened to stay the same objects. */
export function applyChanges(
  before: PortsSlice,
  changes: Changes,
  answers: Answers = noneAnswered,
): PortsSlice {
  const processes = changeMap(
    before.processes,
    changes.processes.map((process) => [process.key, process] as const),
    changes.removedProcesses,
  );
  const listeners = changeMap(
    before.listeners,
    changes.listeners.map((listener) => [listener.id, listener] as const),
    changes.removedListeners,
  );
  return {
    ...before,
    scannedAt: changes.scannedAt,
    processes,
    listeners,
    rows: changeRows({ ...before, processes, listeners }, changes, answers),
    marks: changeMap(before.marks, marksOf(changes), changes.removedListeners),
  };
}

function changeRows(now: PortsSlice, changes: Changes, answers: Answers): ReadonlyMap<string, PortRow> {
  const made = changes.listeners.map((listener) => makePortRow(listener, now.processes, answers));
  const replaced = new Set(changes.processes.map((process) => process.key));
  if (replaced.size > 0) {
    const remade = new Set(made.map((row) => row.id));
    for (const row of now.rows.values()) {
      if (row.closed || remade.has(row.id)) continue;
      if (row.listener.owners.some((key) => replaced.has(key))) {
        made.push(makePortRow(row.listener, now.processes, answers));
      }
    }
  }
  const opened = new Set(changes.listeners.map((listener) => listener.id));
  for (const id of changes.removedListeners) {
    const row = now.rows.get(id);
    if (row && !opened.has(id)) made.push({ ...row, closed: true });
  }
  return changeMap(
    now.rows,
    made.map((row) => [row.id, row] as const),
    [],
  );
}

function marksOf(changes: Changes): (readonly [string, RowMark])[] {
  return changes.events.flatMap(({ kind, listenerId }) =>
    kind === 'closed' ? [] : [[listenerId, kind] as const],
  );
}

/** The same map when there is nothing to change, so that whoever compares by identity sees no change. */
export function changeMap<V>(
  before: ReadonlyMap<string, V>,
  set: readonly (readonly [string, V])[],
  remove: readonly string[],
): ReadonlyMap<string, V> {
  if (set.length === 0 && !remove.some((key) => before.has(key))) return before;
  const after = new Map(before);
  for (const key of remove) after.delete(key);
  for (const [key, value] of set) after.set(key, value);
  return after;
}
