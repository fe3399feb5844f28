import type { Listener } from '../../../shared/contract/ports.ts';
import type { Process } from '../../../shared/contract/processes.ts';
import type { Changes, ListenerEvent, Snapshot, SourceStatus } from '../../../shared/contract/snapshot.ts';
import { toInstant } from '../lib/clock.ts';
import type { ScanDelta } from './scan-report.ts';

/** What a listener carries besides what the system tells of it. */
export type Notes = Pick<Listener, 'identity' | 'probing' | 'localhost' | 'folderId'>;

export interface Dressing {
  /** The label of a port number, null for none. */
  labelOf(port: number): string | null;
  /** `samePort` are all listeners of its port, itself among them. */
  notesOf(listener: Listener, samePort: readonly Listener[], processes: ReadonlyMap<string, Process>): Notes;
}

/** Holds the state that everybody is told, and numbers its changes. Work is proportional to what changed. */
export class SnapshotStore {
  readonly #dressing: Dressing;
  readonly #listeners = new Map<string, Listener>();
  readonly #processes = new Map<string, Process>();
  readonly #idsOfPort = new Map<number, Set<string>>();
  readonly #portsOfOwner = new Map<string, Set<number>>();
  #source: SourceStatus = {
    name: 'none',
    state: 'starting',
    durationMs: 0,
    lastError: null,
    fallbackReason: null,
  };
  #sequence = 0;
  #scannedAt = 0;

  constructor(dressing: Dressing) {
    this.#dressing = dressing;
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

    const ports = new Set<number>();
    const removedListeners = goneFrom(this.#listeners, delta, 'listeners').filter((id) =>
      this.#drop(id, ports),
    );
    for (const id of removedListeners) event('closed', id);
    const before = new Map(delta.listeners.map(({ id }) => [id, this.#listeners.get(id)]));
    for (const listener of delta.listeners) {
      const known = before.get(listener.id);
      this.#put(listener, ports);
      if (!known) event('opened', listener.id);
      else if (!hasSameOwners(known, listener)) event('changed-owner', listener.id);
    }

    const removedProcesses = goneFrom(this.#processes, delta, 'processes');
    for (const key of removedProcesses) this.#forget(key);
    const processes = delta.processes.filter((process) => {
      const known = this.#processes.get(process.key);
      this.#processes.set(process.key, process);
      return !known || !isSame(known, process);
    });
    for (const { key } of processes) this.#portsOf(key, ports);

    const listeners = this.#dressPorts(ports, before);
    if (
      !isFirst &&
      listeners.length + removedListeners.length + processes.length + removedProcesses.length === 0
    ) {
      return null;
    }
    return this.#number({ listeners, removedListeners, processes, removedProcesses, events, scannedAt: at });
  }

  /** Gives the listeners of these ports, or of all, their present label and notes. */
  dressAgain(ports: Iterable<number> = this.#idsOfPort.keys()): Changes | null {
    const listeners = this.#dressPorts(new Set(ports), new Map());
    if (listeners.length === 0) return null;
    return this.#number({
      listeners,
      removedListeners: [],
      processes: [],
      removedProcesses: [],
      events: [],
      scannedAt: toInstant(this.#scannedAt),
    });
  }

  #put(listener: Listener, ports: Set<number>): void {
    const ids = this.#idsOfPort.get(listener.port) ?? new Set();
    this.#idsOfPort.set(listener.port, ids.add(listener.id));
    this.#listeners.set(listener.id, listener);
    for (const owner of listener.owners) {
      this.#portsOfOwner.set(owner, (this.#portsOfOwner.get(owner) ?? new Set()).add(listener.port));
    }
    ports.add(listener.port);
  }

  #drop(id: string, ports: Set<number>): boolean {
    const listener = this.#listeners.get(id);
    if (!listener) return false;
    this.#listeners.delete(id);
    const ids = this.#idsOfPort.get(listener.port);
    ids?.delete(id);
    for (const owner of listener.owners) {
      const holdsOn = [...(ids ?? [])].some((other) => this.#listeners.get(other)?.owners.includes(owner));
      if (!holdsOn) this.#portsOfOwner.get(owner)?.delete(listener.port);
    }
    if (ids?.size === 0) this.#idsOfPort.delete(listener.port);
    ports.add(listener.port);
    return true;
  }

  #forget(process: string): void {
    this.#processes.delete(process);
    this.#portsOfOwner.delete(process);
  }

  #portsOf(owner: string, ports: Set<number>): void {
    for (const port of this.#portsOfOwner.get(owner) ?? []) ports.add(port);
  }

  /** What is different from `before`, or from how it was dressed until now, on these ports. */
  #dressPorts(ports: ReadonlySet<number>, before: ReadonlyMap<string, Listener | undefined>): Listener[] {
    const changed: Listener[] = [];
    for (const port of ports) {
      const ids = this.#idsOfPort.get(port) ?? [];
      const samePort = [...ids].flatMap((id) => this.#listeners.get(id) ?? []);
      for (const listener of samePort) {
        const known = before.has(listener.id) ? before.get(listener.id) : listener;
        const dressed = this.#dress(listener, samePort);
        this.#listeners.set(listener.id, dressed);
        if (!known || !isSame(known, dressed)) changed.push(dressed);
      }
    }
    return changed;
  }

  #dress(listener: Listener, samePort: readonly Listener[]): Listener {
    const label = this.#dressing.labelOf(listener.port);
    const notes = this.#dressing.notesOf(listener, samePort, this.#processes);
    return { ...listener, label, ...notes };
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
