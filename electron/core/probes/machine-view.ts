import type { Listener } from '../../../shared/contract/ports.ts';
import type { Process } from '../../../shared/contract/processes.ts';
import type { Snapshot } from '../../../shared/contract/snapshot.ts';

/** The list of one moment, by what is asked of it. */
export class MachineView {
  readonly #listeners = new Map<string, Listener>();
  readonly #byPort = new Map<number, Listener[]>();
  readonly #processes: ReadonlyMap<string, Process>;

  constructor({ listeners, processes }: Pick<Snapshot, 'listeners' | 'processes'>) {
    for (const listener of listeners) {
      this.#listeners.set(listener.id, listener);
      const same = this.#byPort.get(listener.port);
      if (same) same.push(listener);
      else this.#byPort.set(listener.port, [listener]);
    }
    this.#processes = new Map(processes.map((owner) => [owner.key, owner]));
  }

  listener(id: string): Listener | null {
    return this.#listeners.get(id) ?? null;
  }

  onPort(port: number): readonly Listener[] {
    return this.#byPort.get(port) ?? [];
  }

  /** Those of its owners that could be read. */
  readonly ownersOf = ({ owners }: Listener): readonly Process[] =>
    owners.flatMap((key) => this.#processes.get(key) ?? []);
}
