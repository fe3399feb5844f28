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
  readonly #keysOfListener = new Map<string, readonly string[]>();
  readonly #listenersOfKey = new Map<string, Set<string>>();
  readonly #processes = new Map<string, Process>();

  constructor(table: ProcessTable) {
    this.#table = table;
  }

  async update(changed: readonly MergedListener[], removed: readonly string[]): Promise<OwnerChanges> {
    const resolved = await this.#table.resolve(changed.flatMap((listener) => listener.owners));
    const touched = new Set<string>();
    const news = new Map<string, Process>();
    for (const id of removed) this.#assign(id, [], touched);
    for (const listener of changed) {
      const owners = listener.owners.map((owner) => resolved.get(owner.pid) ?? vanished(owner));
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

  all(): readonly Process[] {
    return [...this.#processes.values()];
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
 * An owner that ended between being listed and being read, or whose start time no one may see (then 1970, which no
 * living process has, so that it is never signalled). The row stays: the next scan knows more.
 */
function vanished(owner: SocketOwner): Process {
  const startTime = toInstant(owner.startTime ?? 0);
  return {
    key: `${owner.pid}@${startTime}`,
    pid: owner.pid,
    startTime,
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
