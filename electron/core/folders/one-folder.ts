import path from 'node:path';
import type {
  FolderChange,
  FolderOptions,
  KeptFolder,
  ServedFolder,
  ServeResult,
} from '../../../shared/contract/folders.ts';
import { toInstant } from '../lib/clock.ts';
import { definedOnly } from '../lib/defined-only.ts';
import { explainPort } from './explain-port.ts';
import { FolderServer, type Served } from './folder-server.ts';
import type { FolderSurroundings } from './folder-surroundings.ts';
import { ownAddresses, urlOf } from './own-addresses.ts';
import { RequestRing } from './request-ring.ts';
import type { FolderOptions as ServerOptions } from './server/serve-folder.ts';

/** The network turns itself off after so long; milliseconds. */
const networkLasts = 2 * 60 * 60 * 1000;
/** How often it is looked at whether this machine has moved to another network; milliseconds. */
const looksAtNetworkEvery = 30_000;

type Seen = Pick<
  ServedFolder,
  'state' | 'urls' | 'networkUrls' | 'networkUntil' | 'message' | 'startedAt' | 'pid' | 'port'
>;

/** One folder: what is remembered of it, its server, and what people see. */
export class OneFolder {
  readonly ring = new RequestRing();
  readonly #around: FolderSurroundings;
  readonly #server: FolderServer;
  #kept: KeptFolder;
  #seen: Seen;
  #stopNetworkWatch: (() => void) | null = null;

  constructor(kept: KeptFolder, around: FolderSurroundings) {
    this.#kept = kept;
    this.#around = around;
    this.#seen = { ...notServing, state: 'stopped', port: kept.port };
    this.#server = new FolderServer({
      ...around,
      onRequests: (records) => {
        this.ring.add(records);
        around.counted();
      },
      onLost: (how) => this.#lost(how),
    });
  }

  get kept(): KeptFolder {
    return this.#kept;
  }

  view(): ServedFolder {
    const { id, options } = this.#kept;
    const { requests, bytes, lastAt } = this.ring;
    return {
      id,
      path: this.#kept.path,
      name: path.basename(this.#kept.path),
      options,
      ...this.#seen,
      requests,
      bytes,
      lastRequestAt: lastAt === null ? null : toInstant(lastAt),
    };
  }

  /** `ports` are tried in turn; a single one is the only one that is wanted. */
  async start(ports: readonly number[]): Promise<ServeResult> {
    const { options } = this.#kept;
    this.#show({ ...notServing, state: 'starting', port: ports[0] ?? this.#kept.port });
    const addresses = ownAddresses(this.#around.networkInterfaces());
    const served = await this.#server.start({
      options: toServerOptions(this.#kept.path, options),
      ports,
      network: options.network,
      hosts: options.network ? [...addresses, ...this.#around.hostNames] : [],
    });
    if (!served.ok) return this.#notServed(served, ports);
    await this.#serving(served, addresses);
    return { outcome: 'serving', folder: this.view() };
  }

  /** `isWanted`: it comes back after Berth was started anew. */
  async stop(isWanted: boolean, message: string | null = null): Promise<void> {
    this.#stopNetworkWatch?.();
    await this.#server.stop();
    const options = { ...this.#kept.options, network: false };
    this.#kept = { ...this.#kept, options, isServed: isWanted };
    this.#show({ ...notServing, state: 'stopped', port: this.#kept.port, message });
  }

  async change({ options, port }: Omit<FolderChange, 'id'>): Promise<void> {
    const wasRunning = this.#server.isRunning;
    this.#kept = {
      ...this.#kept,
      port: port ?? this.#kept.port,
      options: { ...this.#kept.options, ...definedOnly(options ?? {}) },
    };
    if (wasRunning) await this.start([this.#kept.port]);
    else this.#show({ ...this.#seen, port: this.#kept.port });
  }

  async #serving(served: Served & { ok: true }, own: readonly string[]): Promise<void> {
    const { port, addresses, taken, pid } = served;
    const { network } = this.#kept.options;
    const { clock } = this.#around;
    this.#kept = { ...this.#kept, port, isServed: true };
    const loopback = network || addresses.includes('127.0.0.1') ? ['127.0.0.1'] : [];
    const v6 = addresses.includes('::1') || addresses.includes('::') ? ['::1'] : [];
    const until = network ? clock.now() + networkLasts : null;
    const [first] = taken;
    this.#show({
      state: 'serving',
      port,
      urls: [...loopback, ...v6].map((address) => urlOf(address, port)),
      networkUrls: network ? own.map((address) => urlOf(address, port)) : [],
      networkUntil: until === null ? null : toInstant(until),
      message: first
        ? `${await explainPort(first, this.#around.holderOf)}, so it is served on ${port}.`
        : null,
      startedAt: toInstant(clock.now()),
      pid,
    });
    this.#stopNetworkWatch?.();
    if (until !== null) this.#watchNetwork(until, own.join());
  }

  async #notServed(
    { taken, message }: Served & { ok: false },
    ports: readonly number[],
  ): Promise<ServeResult> {
    const [first] = taken;
    const sentence = first
      ? `${await explainPort(first, this.#around.holderOf)}.${ports.length > 1 ? ' No other port was free either.' : ' Choose another port, or free it.'}`
      : message;
    const reason = !first ? 'failed' : ports.length > 1 ? 'no-free-port' : 'port-taken';
    this.#show({ ...notServing, state: 'failed', port: this.#kept.port, message: sentence });
    return { outcome: 'refused', reason, message: sentence, offer: null };
  }

  #watchNetwork(until: number, addresses: string): void {
    const { clock, networkInterfaces } = this.#around;
    const look = () => {
      const isOver = clock.now() >= until;
      const hasMoved = ownAddresses(networkInterfaces()).join() !== addresses;
      if (isOver || hasMoved) {
        const why = isOver ? 'after two hours' : 'because this machine is on another network now';
        this.#closeNetwork(`The network was turned off ${why}. Only this machine can reach it.`);
      } else this.#stopNetworkWatch = clock.after(looksAtNetworkEvery, look);
    };
    this.#stopNetworkWatch = clock.after(looksAtNetworkEvery, look);
  }

  #closeNetwork(message: string): void {
    void this.#around.inTurn(async () => {
      // Who had the turn before may have done it.
      if (!this.#kept.options.network) return;
      await this.change({ options: { network: false } });
      this.#show({ ...this.#seen, message: this.#seen.message ?? message });
    });
  }

  #lost(how: string): void {
    this.#stopNetworkWatch?.();
    const options = { ...this.#kept.options, network: false };
    const isEnded = how === 'exit code 0' || how === 'SIGTERM';
    this.#kept = { ...this.#kept, options, isServed: false };
    this.#show({
      ...notServing,
      state: isEnded ? 'stopped' : 'failed',
      port: this.#kept.port,
      message: isEnded
        ? 'It was ended from outside Berth.'
        : `Its server ended by itself (${how}). Start it again.`,
    });
  }

  #show(seen: Seen): void {
    this.#seen = seen;
    this.#around.changed();
  }
}

const notServing = {
  urls: [],
  networkUrls: [],
  networkUntil: null,
  message: null,
  startedAt: null,
  pid: null,
};

function toServerOptions(root: string, options: FolderOptions): ServerOptions {
  return {
    root,
    listing: options.listing,
    spa: options.spa,
    cleanUrls: options.cleanUrls,
    cors: options.cors,
    // Whoever comes from the network never sees them.
    hidden: options.showHidden && !options.network ? 'allow' : 'deny',
    links: 'inside',
    compress: options.network,
    liveReload: options.liveReload,
  };
}
