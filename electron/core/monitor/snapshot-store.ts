import type { Listener } from '../../../shared/contract/ports.ts';
import type { Process } from '../../../shared/contract/processes.ts';
import type { Changes, ListenerEvent, Snapshot, SourceStatus } from '../../../shared/contract/snapshot.ts';
import { toInstant } from '../lib/clock.ts';
import type { ScanDelta } from './scan-report.ts';

/** The label of a port number, null for none. */
export type LabelOf = (port: number) => string | null;

/** Holds the state that everybody is told, and numbers its changes. Work is proportional to what changed. */
export class SnapshotStore {
  readonly #labelOf: LabelOf;
  readonly #listeners = new Map<string, Listener>();
  readonly #processes = new Map<string, Process>();
  #source: SourceStatus = {
    name: 'none',
    state: 'starting',
    durationMs: 0,
    lastError: null,
    fallbackReason: null,
  };
  #sequence = 0;
  #scannedAt = 0;

  constructor(labelOf: LabelOf) {
    this.#labelOf = labelOf;
  }

  snapshot(): Snapshot {
    return {
      sequence: this.#sequence,
      scannedAt: toInstant(this.#scannedAt),
      source: this.#source,
      listeners: [...this.#listeners.values()],
      processes: [...this.#processes.values()],
    };
  }

  setSource(status: SourceStatus, scannedAt: number): void {
    this.#source = status;
    if (status.state !== 'failing') this.#scannedAt = scannedAt;
  }

  /** Null when the delta says nothing new. */
  apply(delta: ScanDelta): Changes | null {
    const isFirst = this.#sequence === 0;
    const at = toInstant(delta.scannedAt);
    const events: ListenerEvent[] = [];
    const event = (kind: ListenerEvent['kind'], listenerId: string) => {
      if (!isFirst) events.push({ kind, listenerId, at });
    };

    const removedListeners = this.#dropListeners(goneFrom(this.#listeners, delta, 'listeners'));
    for (const id of removedListeners) event('closed', id);
    const listeners = delta.listeners
      .map((listener) => ({ ...listener, label: this.#labelOf(listener.port) }))
      .filter((listener) => {
        const before = this.#listeners.get(listener.id);
        this.#listeners.set(listener.id, listener);
        if (!before) event('opened', listener.id);
        else if (!hasSameOwners(before, listener)) event('changed-owner', listener.id);
        return !before || !isSame(before, listener);
      });

    const removedProcesses = goneFrom(this.#processes, delta, 'processes');
    for (const key of removedProcesses) this.#processes.delete(key);
    const processes = delta.processes.filter((process) => {
      const before = this.#processes.get(process.key);
      this.#processes.set(process.key, process);
      return !before || !isSame(before, process);
    });

    if (
      !isFirst &&
      listeners.length + removedListeners.length + processes.length + removedProcesses.length === 0
    ) {
      return null;
    }
    return this.#number({ listeners, removedListeners, processes, removedProcesses, events, scannedAt: at });
  }

  /** Gives every listener of the port its present label. */
  relabel(port: number): Changes | null {
    const label = this.#labelOf(port);
    const listeners = [...this.#listeners.values()]
      .filter((listener) => listener.port === port && listener.label !== label)
      .map((listener) => ({ ...listener, label }));
    if (listeners.length === 0) return null;
    for (const listener of listeners) this.#listeners.set(listener.id, listener);
    return this.#number({
      listeners,
      removedListeners: [],
      processes: [],
      removedProcesses: [],
      events: [],
      scannedAt: toInstant(this.#scannedAt),
    });
  }

  #dropListeners(ids: readonly string[]): string[] {
    return ids.filter((id) => this.#listeners.delete(id));
  }

  #number(changes: Omit<Changes, 'sequence'>): Changes {
    this.#sequence += 1;
    return { sequence: this.#sequence, ...changes };
  }
}

function goneFrom(
  held: ReadonlyMap<string, unknown>,
  delta: ScanDelta,
  what: 'listeners' | 'processes',
): string[] {
  if (!delta.full) {
    const removed = what === 'listeners' ? delta.removedListeners : delta.removedProcesses;
    return removed.filter((key) => held.has(key));
  }
  const present = new Set(
    what === 'listeners'
      ? delta.listeners.map((listener) => listener.id)
      : delta.processes.map((process) => process.key),
  );
  return [...held.keys()].filter((key) => !present.has(key));
}

/** An owner of which only the pid was known and that is known in full now is still the same owner. */
function hasSameOwners(a: Listener, b: Listener): boolean {
  if (a.ownersHidden !== b.ownersHidden || a.owners.length !== b.owners.length) return false;
  return a.owners.every((key, index) => {
    const other = b.owners[index] ?? '';
    return key === other || (isUnread(key, other) && pidOf(key) === pidOf(other));
  });
}

const unreadStart = `@${toInstant(0)}`;
const isUnread = (...keys: readonly string[]) => keys.some((key) => key.endsWith(unreadStart));
const pidOf = (key: string) => key.slice(0, key.indexOf('@'));

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
