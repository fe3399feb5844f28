import type { Clock } from '../lib/clock.ts';
import { isContainerProxy, type PortHolder } from '../lib/is-container-proxy.ts';
import type { Log } from '../lib/log.ts';
import { ContainerClient } from './container-client.ts';
import { type Endpoint, endpointUrl } from './container-endpoints.ts';
import type { EngineContainer, Inspection } from './engine-container.ts';
import { EngineError } from './engine-error.ts';
import { type ListenerPlace, matchingContainer } from './matching-container.ts';

export interface ContainerQuestion extends ListenerPlace {
  readonly owners: readonly PortHolder[];
  /** True when somebody holds it who may not be seen: Docker's proxy runs as root, so to most people it is one of these. */
  readonly ownersHidden: boolean;
  /** From the cgroup of an owner, null when none is in a container. */
  readonly containerId: string | null;
}

export interface ContainerAnswer {
  readonly container: EngineContainer | null;
  /** False while an engine is still being asked: the same question may have another answer in a moment. */
  readonly isFinal: boolean;
}

export interface ContainerIndexParts {
  readonly endpoints: () => Promise<readonly Endpoint[]>;
  readonly clock: Clock;
  /** Null where nobody reads one. */
  readonly log: Log | null;
  readonly connect?: (endpoint: Endpoint) => ContainerClient;
  /** Milliseconds that `find` waits for an engine. */
  readonly patienceMs?: number;
}

/** Milliseconds for which a list counts as true. */
const freshMs = 2000;
/** Milliseconds for which an engine that was not there, or turned us away, is not asked again. */
const absentMs = 30_000;
const brokenMs = 10_000;

/** Keeps what containers run, asks only when a listener may belong to one, and asks one thing at a time. */
export class ContainerIndex {
  readonly #parts: ContainerIndexParts;
  readonly #clients = new Map<string, ContainerClient>();
  /** By url: moment from which an engine is asked again, and why it is not asked before. */
  readonly #resting = new Map<string, { readonly until: number; readonly error: EngineError }>();
  readonly #inspections = new Map<string, Inspection>();
  #containers: readonly EngineContainer[] = [];
  #listedAt = Number.NEGATIVE_INFINITY;
  #refreshing: Promise<void> | null = null;
  /** Somebody has waited long enough for the request that is under way, so nobody waits for it again. */
  #isLate = false;

  constructor(parts: ContainerIndexParts) {
    this.#parts = parts;
  }

  /** Whether a listener can be a container's: an owner is a proxy, is in a container, or may not be seen. */
  mayBelong(question: ContainerQuestion): boolean {
    return question.containerId !== null || isProxied(question);
  }

  /** The container behind a listener. Nobody is asked about one that cannot be a container's. */
  async find(question: ContainerQuestion): Promise<ContainerAnswer> {
    if (!this.mayBelong(question)) return { container: null, isFinal: true };
    const isFresh = await this.#freshen();
    return { container: isFresh ? this.#match(question) : null, isFinal: isFresh };
  }

  /** Why engines could not be asked: who may use their socket, or that what came was no answer. Absent ones are not told. */
  problems(): readonly string[] {
    const problems = [...this.#resting.values()].filter(({ error }) => error.reason !== 'absent');
    return problems.map(({ error }) => error.message);
  }

  clientOf(container: EngineContainer): ContainerClient {
    return this.#client(container.endpoint);
  }

  /** Makes the next question ask again, as after something was stopped. */
  expire(): void {
    this.#listedAt = Number.NEGATIVE_INFINITY;
  }

  #match(question: ContainerQuestion): EngineContainer | null {
    const named = this.#containers.find(({ id }) => id === question.containerId);
    return named ?? (isProxied(question) ? matchingContainer(this.#containers, question) : null);
  }

  /** Whether the list is true by now. */
  async #freshen(): Promise<boolean> {
    const { clock, patienceMs = 200 } = this.#parts;
    if (clock.elapsed() - this.#listedAt < freshMs) return true;
    if (this.#isLate) return false;
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = null;
      this.#isLate = false;
    });
    let takeBack: () => void = () => undefined;
    const late = new Promise<boolean>((resolve) => {
      takeBack = clock.after(patienceMs, () => {
        this.#isLate = this.#refreshing !== null;
        resolve(false);
      });
    });
    return Promise.race([this.#refreshing.then(() => true), late]).finally(takeBack);
  }

  async #refresh(): Promise<void> {
    const found: EngineContainer[] = [];
    for (const endpoint of await this.#parts.endpoints()) {
      const url = endpointUrl(endpoint);
      if ((this.#resting.get(url)?.until ?? 0) > this.#parts.clock.elapsed()) continue;
      try {
        found.push(...(await this.#list(endpoint)));
        this.#resting.delete(url);
      } catch (error) {
        this.#rest(url, error);
      }
    }
    // Two paths may lead to one socket.
    this.#containers = [...new Map(found.reverse().map((one) => [one.id, one])).values()].reverse();
    this.#forgetInspections();
    this.#listedAt = this.#parts.clock.elapsed();
  }

  async #list(endpoint: Endpoint): Promise<readonly EngineContainer[]> {
    const client = this.#client(endpoint);
    const { engine, containers } = await client.list();
    const found: EngineContainer[] = [];
    for (const container of containers) {
      const published = [...container.published];
      // Podman's list has only the first port of a published range (seen in its handlers up to 5.4); the rest is in here.
      if (engine === 'podman' && published.length > 0) {
        published.push(...((await this.#inspect(client, container.id))?.published ?? []));
      }
      found.push({ ...container, published, engine, endpoint });
    }
    return found;
  }

  /** Published ports are the same as long as a container runs, so each is looked at once. */
  async #inspect(client: ContainerClient, id: string): Promise<Inspection | null> {
    const known = this.#inspections.get(id);
    if (known) return known;
    try {
      const inspection = await client.inspect(id);
      this.#inspections.set(id, inspection);
      return inspection;
    } catch (error) {
      if (error instanceof EngineError && error.reason === 'gone') return null;
      throw error;
    }
  }

  #forgetInspections(): void {
    const running = new Set(this.#containers.map(({ id }) => id));
    for (const id of this.#inspections.keys()) if (!running.has(id)) this.#inspections.delete(id);
  }

  #rest(url: string, cause: unknown): void {
    const error = cause instanceof EngineError ? cause : new EngineError('broken', String(cause));
    const before = this.#resting.get(url)?.error.reason;
    const isQuiet = error.reason === 'absent' || before === error.reason;
    if (!isQuiet) this.#parts.log?.warn(`Containers cannot be named: ${error.message}`);
    const pause = error.reason === 'absent' || error.reason === 'denied' ? absentMs : brokenMs;
    this.#resting.set(url, { until: this.#parts.clock.elapsed() + pause, error });
  }

  #client(endpoint: Endpoint): ContainerClient {
    const url = endpointUrl(endpoint);
    const connect = this.#parts.connect ?? ((to: Endpoint) => new ContainerClient(to));
    const client = this.#clients.get(url) ?? connect(endpoint);
    this.#clients.set(url, client);
    return client;
  }
}

function isProxied({ owners, ownersHidden }: ContainerQuestion): boolean {
  return ownersHidden || owners.some(isContainerProxy);
}
