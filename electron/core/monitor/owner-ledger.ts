import { setTimeout } from 'node:timers/promises';
import { processKey } from '../../../shared/contract/process-key.ts';
import type { Process } from '../../../shared/contract/processes.ts';
import { toInstant } from '../lib/clock.ts';
import type { MergedListener } from '../ports/merge-listeners.ts';
import type { SocketOwner } from '../ports/port-source.ts';
import type { ProcessTable } from '../processes/process-table.ts';

export interface OwnerChanges {
  readonly changed: readonly Process[];
  /** Keys of processes that hold nothing any more. */
  readonly removed: readonly string[];
}

/** Keeps which process holds which listeners, and forgets a process with its last one. */
export class OwnerLedger {
  readonly #table: ProcessTable;
  readonly #patienceMs: number;
  readonly #keysOfListener = new Map<string, readonly string[]>();
  readonly #listenersOfKey = new Map<string, Set<string>>();
  readonly #processes = new Map<string, Process>();
  /** Listeners with an owner that was not read yet, because reading took too long. */
  readonly #unfinished = new Set<string>();
  #isReading = false;

  /** `patienceMs`: how long an update waits for processes to be read before it goes on with what is known. */
  constructor(table: ProcessTable, patienceMs: number) {
    this.#table = table;
    this.#patienceMs = patienceMs;
  }

  async update(changed: readonly MergedListener[], removed: readonly string[]): Promise<OwnerChanges> {
    const resolved = await this.#resolve(changed.flatMap((listener) => listener.owners));
    const touched = new Set<string>();
    const news = new Map<string, Process>();
    for (const id of removed) {
      this.#assign(id, [], touched);
      this.#unfinished.delete(id);
    }
    for (const listener of changed) {
      if (resolved === null && listener.owners.length > 0) this.#unfinished.add(listener.id);
      else this.#unfinished.delete(listener.id);
      const owners = listener.owners.map((owner) => resolved?.get(owner.pid) ?? this.#best(owner));
      this.#assign(
        listener.id,
        owners.map((owner) => owner.key),
        touched,
      );
      for (const owner of owners) this.#keep(owner, news);
    }
    const gone = [...touched].filter((key) => !this.#listenersOfKey.has(key) && this.#processes.delete(key));
    this.#table.forget(gone);
    return { changed: [...news.values()], removed: gone };
  }

  ownersOf(listenerId: string): readonly string[] {
    return this.#keysOfListener.get(listenerId) ?? [];
  }

  process(key: string): Process | undefined {
    return this.#processes.get(key);
  }

  /** Listeners that a process holds, by its key. */
  listenersOf(key: string): readonly string[] {
    return [...(this.#listenersOfKey.get(key) ?? [])];
  }

  all(): readonly Process[] {
    return [...this.#processes.values()];
  }

  /** Listeners that the next update has to be given again, because it will know more of their owners. */
  unfinished(): readonly string[] {
    return [...this.#unfinished];
  }

  /** Null when reading takes too long, as where a tool has to be started for it; then a later update has it. */
  async #resolve(owners: readonly SocketOwner[]): Promise<ReadonlyMap<number, Process> | null> {
    if (owners.length === 0 || this.#isReading) return null;
    this.#isReading = true;
    const reading = this.#table.resolve(owners).finally(() => {
      this.#isReading = false;
    });
    if (this.#patienceMs === Number.POSITIVE_INFINITY) return reading;
    reading.catch(() => undefined);
    const rest = new AbortController();
    const late = setTimeout(this.#patienceMs, null, { signal: rest.signal }).catch(() => null);
    return Promise.race([reading, late]).finally(() => rest.abort());
  }

  #best(owner: SocketOwner): Process {
    const key = processKey({ pid: owner.pid, startTime: toInstant(owner.startTime ?? 0) });
    return this.#processes.get(key) ?? unread(key, owner);
  }

  #keep(owner: Process, news: Map<string, Process>): void {
    if (this.#processes.get(owner.key) === owner) return;
    this.#processes.set(owner.key, owner);
    news.set(owner.key, owner);
  }

  #assign(listenerId: string, keys: readonly string[], touched: Set<string>): void {
    for (const key of this.#keysOfListener.get(listenerId) ?? []) {
      const listeners = this.#listenersOfKey.get(key);
      listeners?.delete(listenerId);
      if (listeners?.size === 0) this.#listenersOfKey.delete(key);
      touched.add(key);
    }
    if (keys.length === 0) this.#keysOfListener.delete(listenerId);
    else this.#keysOfListener.set(listenerId, keys);
    for (const key of keys) {
      const listeners = this.#listenersOfKey.get(key) ?? new Set();
      this.#listenersOfKey.set(key, listeners.add(listenerId));
    }
  }
}

/**
 * An owner that has ended meanwhile, or is still being read. The row is shown all the same. Where not even its start is
 * known it gets 1970, when no living process started, so that it is never signalled.
 */
function unread(key: string, owner: SocketOwner): Process {
  return {
    key,
    pid: owner.pid,
    startTime: toInstant(owner.startTime ?? 0),
    name: owner.name ?? `process ${owner.pid}`,
    command: [],
    executable: null,
    cwd: null,
    user: null,
    parents: [],
    origin: null,
    project: null,
    container: null,
  };
}
