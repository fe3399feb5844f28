import type { ProbeActivity } from '../../../shared/contract/probes.ts';

export type ActivityEntry = ProbeActivity['entries'][number];

const longest = 200;

/** Everything that Berth connected to in this run, newest first; the counts go on when old entries are dropped. */
export class ProbeActivityLog {
  #connections = 0;
  #bytesSent = 0;
  #entries: readonly ActivityEntry[] = [];

  add(entry: ActivityEntry): void {
    this.#connections += entry.connections;
    this.#bytesSent += entry.bytesSent;
    this.#entries = [entry, ...this.#entries].slice(0, longest);
  }

  read(): ProbeActivity {
    return { connections: this.#connections, bytesSent: this.#bytesSent, entries: [...this.#entries] };
  }
}
