import type { Family, Protocol } from '../../../shared/contract/ports.ts';
import type { ListeningSocket, SocketChanges, SocketOwner } from './port-source.ts';

/** Every socket of one protocol, address and port, with everyone who holds one of them. */
export interface MergedListener {
  /** `tcp/127.0.0.1/62893`, `udp/::/5353`; stays the same when the owners change. */
  readonly id: string;
  readonly protocol: Protocol;
  readonly family: Family;
  readonly address: string;
  readonly port: number;
  /** Each process once, by rising pid. */
  readonly owners: readonly SocketOwner[];
  /** True when one of its sockets is held by somebody who may not be seen. */
  readonly ownersHidden: boolean;
  readonly uid: number | null;
}

export interface ListenerChanges {
  readonly changed: readonly MergedListener[];
  /** Ids of listeners that are gone. */
  readonly removed: readonly string[];
}

/** Keeps sockets merged into listeners. The work is proportional to what changed. */
export class ListenerTable {
  readonly #sockets = new Map<string, ListeningSocket>();
  readonly #keysOfListener = new Map<string, Set<string>>();
  readonly #listeners = new Map<string, MergedListener>();

  get listeners(): readonly MergedListener[] {
    return [...this.#listeners.values()];
  }

  listener(id: string): MergedListener | undefined {
    return this.#listeners.get(id);
  }

  apply(changes: SocketChanges): ListenerChanges {
    const touched = new Set<string>();
    for (const key of changes.removed) this.#drop(key, touched);
    for (const socket of changes.changed) {
      this.#drop(socket.key, touched);
      this.#add(socket, touched);
    }
    return this.#settle(touched);
  }

  #drop(key: string, touched: Set<string>): void {
    const socket = this.#sockets.get(key);
    if (socket === undefined) return;
    const id = listenerId(socket);
    this.#sockets.delete(key);
    this.#keysOfListener.get(id)?.delete(key);
    touched.add(id);
  }

  #add(socket: ListeningSocket, touched: Set<string>): void {
    const id = listenerId(socket);
    const keys = this.#keysOfListener.get(id) ?? new Set();
    keys.add(socket.key);
    this.#keysOfListener.set(id, keys);
    this.#sockets.set(socket.key, socket);
    touched.add(id);
  }

  /** A listener whose sockets were replaced by equal ones has not changed for anybody who looks at it. */
  #settle(touched: ReadonlySet<string>): ListenerChanges {
    const changed: MergedListener[] = [];
    const removed: string[] = [];
    for (const id of touched) {
      const before = this.#listeners.get(id);
      const now = this.#merge(id);
      if (now === null) {
        this.#keysOfListener.delete(id);
        if (this.#listeners.delete(id)) removed.push(id);
      } else if (before === undefined || !isSameListener(before, now)) {
        this.#listeners.set(id, now);
        changed.push(now);
      }
    }
    return { changed, removed };
  }

  #merge(id: string): MergedListener | null {
    const keys = this.#keysOfListener.get(id) ?? new Set();
    const sockets = [...keys].flatMap((key) => this.#sockets.get(key) ?? []);
    const first = sockets[0];
    if (first === undefined) return null;
    return {
      id,
      protocol: first.protocol,
      family: first.family,
      address: first.address,
      port: first.port,
      owners: mergeOwners(sockets),
      ownersHidden: sockets.some((socket) => socket.ownersHidden),
      uid: sockets.find((socket) => socket.uid !== null)?.uid ?? null,
    };
  }
}

function listenerId({ protocol, address, port }: ListeningSocket): string {
  return `${protocol}/${address}/${port}`;
}

/** Of two mentions of one process the one that tells more counts. */
function mergeOwners(sockets: readonly ListeningSocket[]): SocketOwner[] {
  const owners = new Map<number, SocketOwner>();
  for (const owner of sockets.flatMap((socket) => socket.owners)) {
    const known = owners.get(owner.pid);
    if (known === undefined || known.startTime === null || known.name === null) owners.set(owner.pid, owner);
  }
  return [...owners.values()].sort((a, b) => a.pid - b.pid);
}

function isSameListener(a: MergedListener, b: MergedListener): boolean {
  return (
    a.family === b.family &&
    a.ownersHidden === b.ownersHidden &&
    a.uid === b.uid &&
    a.owners.length === b.owners.length &&
    a.owners.every((owner, index) => {
      const other = b.owners[index];
      return owner.pid === other?.pid && owner.startTime === other.startTime && owner.name === other.name;
    })
  );
}
