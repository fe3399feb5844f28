import type { WatchLine } from '../../shared/contract/documents.ts';
import type { Listener } from '../../shared/contract/ports.ts';
import type { Process } from '../../shared/contract/processes.ts';
import type { Changes, Snapshot } from '../../shared/contract/snapshot.ts';
import { compareListeners, toListenerDocument } from './listener-document.ts';

/** Follows the changes, so that a line about a port that closed can still say who held it. */
export class WatchedListeners {
  readonly #listeners: Map<string, Listener>;
  readonly #processes: Map<string, Process>;
  readonly #since: string;

  constructor(snapshot: Snapshot) {
    this.#listeners = new Map(snapshot.listeners.map((listener) => [listener.id, listener]));
    this.#processes = new Map(snapshot.processes.map((process) => [process.key, process]));
    this.#since = snapshot.scannedAt;
  }

  /** What listens now, in the order of ports. */
  present(): WatchLine[] {
    return [...this.#listeners.values()]
      .sort(compareListeners)
      .map((listener) => this.#line('present', this.#since, listener));
  }

  /** One line for each event; a closed listener as it last was. */
  apply(changes: Changes): WatchLine[] {
    const before = new Map(this.#listeners);
    for (const process of changes.processes) this.#processes.set(process.key, process);
    for (const id of changes.removedListeners) this.#listeners.delete(id);
    for (const listener of changes.listeners) this.#listeners.set(listener.id, listener);
    const lines = changes.events.flatMap(({ kind, listenerId, at }) => {
      const listener = (kind === 'closed' ? before : this.#listeners).get(listenerId);
      return listener ? [this.#line(kind, at, listener)] : [];
    });
    for (const key of changes.removedProcesses) this.#processes.delete(key);
    return lines;
  }

  #line(event: WatchLine['event'], at: string, listener: Listener): WatchLine {
    return { version: 1, event, at, listener: toListenerDocument(listener, this.#processes) };
  }
}
