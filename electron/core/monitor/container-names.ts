import type { Container, Process } from '../../../shared/contract/processes.ts';
import type { ContainerQuestion } from '../containers/container-index.ts';
import type { Containers } from '../containers/create-containers.ts';
import { toContainer } from '../containers/engine-container.ts';
import type { Clock } from '../lib/clock.ts';
import type { MergedListener } from '../ports/merge-listeners.ts';
import type { OwnerLedger } from './owner-ledger.ts';

export interface ContainerNamesParts {
  readonly containers: Pick<Containers, 'containerIdOf' | 'mayBelong' | 'find'>;
  readonly ledger: Pick<OwnerLedger, 'ownersOf' | 'listenersOf' | 'process'>;
  readonly clock: Clock;
}

interface Entry {
  readonly container: Container | null;
  /** Moment of the next question. */
  readonly askAt: number;
  readonly misses: number;
}

/** Milliseconds. Docker listens before it tells that a container runs, so the first misses are followed up soon. */
const soonMs = 1000;
const seldomMs = 60_000;
/** One proxy serves container after container on the same port. */
const checkMs = 15_000;

/** Keeps the container behind each listener that may have one. The others cost nothing but one look at their owners. */
export class ContainerNames {
  readonly #parts: ContainerNamesParts;
  readonly #entries = new Map<string, Entry>();
  /** By key of a process; read once. */
  readonly #containerIds = new Map<string, string | null>();
  /** By key of a process that holds such a listener: the container it was last told with. */
  readonly #told = new Map<string, Container | null>();

  constructor(parts: ContainerNamesParts) {
    this.#parts = parts;
  }

  /** Looks these listeners up, once their owners are known. Gives the processes that now are in another container. */
  async update(
    changed: readonly MergedListener[],
    removed: readonly string[],
    endedKeys: readonly string[],
  ): Promise<readonly Process[]> {
    for (const id of removed) this.#entries.delete(id);
    for (const key of endedKeys) {
      this.#containerIds.delete(key);
      this.#told.delete(key);
    }
    await Promise.all(changed.map((listener) => this.#look(listener)));
    const owners = changed.flatMap(({ id }) => this.#parts.ledger.ownersOf(id));
    return [...new Set([...owners, ...this.#told.keys()])].flatMap((key) => this.#renamed(key) ?? []);
  }

  /** Listeners that it is time to look up again. */
  due(): readonly string[] {
    const now = this.#parts.clock.elapsed();
    return [...this.#entries].filter(([, { askAt }]) => askAt <= now).map(([id]) => id);
  }

  containerOf(listenerId: string): Container | null {
    return this.#entries.get(listenerId)?.container ?? null;
  }

  /** True when some listener may be a container's that no engine told of. */
  hasUnnamed(): boolean {
    return [...this.#entries.values()].some(({ container }) => container === null);
  }

  /** The process with its container: the one behind everything it listens on. A proxy of several has none. */
  named(process: Process): Process {
    const [first, ...rest] = this.#parts.ledger.listenersOf(process.key).map((id) => this.containerOf(id));
    const container = first && rest.every((other) => other?.id === first.id) ? first : null;
    return container === null ? process : { ...process, container };
  }

  async #look(listener: MergedListener): Promise<void> {
    const question = this.#question(listener);
    const before = this.#entries.get(listener.id);
    if (!this.#parts.containers.mayBelong(question)) this.#entries.delete(listener.id);
    else this.#entries.set(listener.id, await this.#ask(question, before));
  }

  /** Null when a process is told as it was before. */
  #renamed(key: string): Process | null {
    const { ledger } = this.#parts;
    const process = ledger.process(key);
    if (!process) return null;
    const { container } = this.named(process);
    const before = this.#told.get(key) ?? null;
    if (container || ledger.listenersOf(key).some((id) => this.#entries.has(id)))
      this.#told.set(key, container);
    else this.#told.delete(key);
    return container?.id === before?.id && container?.name === before?.name ? null : process;
  }

  async #ask(question: ContainerQuestion, before: Entry | undefined): Promise<Entry> {
    const answer = await this.#parts.containers.find(question);
    const now = this.#parts.clock.elapsed();
    if (!answer.isFinal) {
      return { container: before?.container ?? null, askAt: now, misses: before?.misses ?? 0 };
    }
    if (answer.container) {
      return { container: toContainer(answer.container), askAt: now + checkMs, misses: 0 };
    }
    const misses = (before?.misses ?? 0) + 1;
    return { container: null, askAt: now + Math.min(soonMs * 2 ** (misses - 1), seldomMs), misses };
  }

  #question({ id, protocol, address, port, ownersHidden }: MergedListener): ContainerQuestion {
    const owners = this.#parts.ledger.ownersOf(id).flatMap((key) => this.#parts.ledger.process(key) ?? []);
    const ids = owners.flatMap((owner) => this.#containerIdOf(owner) ?? []);
    return { protocol, address, port, owners, ownersHidden, containerId: ids[0] ?? null };
  }

  #containerIdOf({ key, pid }: Process): string | null {
    const known = this.#containerIds.get(key);
    if (known !== undefined) return known;
    const id = this.#parts.containers.containerIdOf(pid);
    this.#containerIds.set(key, id);
    return id;
  }
}
