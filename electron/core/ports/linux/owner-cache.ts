import { isSameSocket } from '../diff-sockets.ts';
import type { ListeningSocket, SocketChanges } from '../port-source.ts';
import type { TableShape } from './parse-socket-rows.ts';
import type { ProcessRecord } from './process-record.ts';

/** A listening socket and who is known to hold it. */
export interface SocketRecord {
  readonly shape: TableShape;
  readonly inode: number;
  readonly address: string;
  readonly port: number;
  readonly uid: number;
  readonly owners: ProcessRecord[];
  /** Number of the reading of the tables that saw it last. */
  seenIn: number;
  /** True once every process was looked at without finding an owner; until then the search goes on. */
  isSearched: boolean;
  /** As it was told last, null for a socket nobody has heard of. */
  told: ListeningSocket | null;
}

/** Which process holds which listening socket, and what of that is news. Touches no file. */
export class OwnerCache {
  readonly sockets = new Map<number, SocketRecord>();
  readonly processes = new Map<number, ProcessRecord>();
  /** Sockets without a known owner. */
  readonly orphans = new Set<SocketRecord>();
  /** Sockets with several owners. */
  readonly shared = new Set<SocketRecord>();
  /** Processes that are new or lost a socket: where an unexplained socket is looked for first. */
  readonly suspects = new Set<ProcessRecord>();
  readonly #millisecondsOfTicks: (ticks: number) => number;
  readonly #changed = new Set<SocketRecord>();
  #removed: string[] = [];

  constructor(millisecondsOfTicks: (ticks: number) => number) {
    this.#millisecondsOfTicks = millisecondsOfTicks;
  }

  addSocket(socket: SocketRecord): void {
    this.sockets.set(socket.inode, socket);
    this.orphans.add(socket);
    this.#changed.add(socket);
  }

  removeSocket(socket: SocketRecord): void {
    this.sockets.delete(socket.inode);
    this.orphans.delete(socket);
    this.shared.delete(socket);
    this.#changed.delete(socket);
    if (socket.told !== null) this.#removed.push(socket.told.key);
    for (const owner of socket.owners) {
      owner.sockets.delete(socket.inode);
      this.suspects.add(owner);
    }
  }

  /** Notes that `process` holds `socket` as descriptor `descriptor`. */
  attach(process: ProcessRecord, socket: SocketRecord, descriptor: string): void {
    const isKnown = process.sockets.has(socket.inode);
    process.sockets.set(socket.inode, descriptor);
    if (isKnown) return;
    socket.owners.push(process);
    if (socket.owners.length === 1) this.orphans.delete(socket);
    else this.shared.add(socket);
    this.#changed.add(socket);
  }

  detach(process: ProcessRecord, inode: number): void {
    process.sockets.delete(inode);
    const socket = this.sockets.get(inode);
    const index = socket?.owners.indexOf(process) ?? -1;
    if (socket === undefined || index < 0) return;
    socket.owners.splice(index, 1);
    if (socket.owners.length < 2) this.shared.delete(socket);
    if (socket.owners.length === 0) {
      socket.isSearched = false;
      this.orphans.add(socket);
    }
    this.#changed.add(socket);
  }

  /** Everything that was known of the process under this pid is void. */
  releaseSockets(process: ProcessRecord): void {
    for (const inode of [...process.sockets.keys()]) this.detach(process, inode);
    process.stat = null;
  }

  forgetProcess(process: ProcessRecord): void {
    this.releaseSockets(process);
    this.processes.delete(process.pid);
    this.suspects.delete(process);
  }

  /** The process is called something else now. */
  noteRename(process: ProcessRecord): void {
    for (const inode of process.sockets.keys()) {
      const socket = this.sockets.get(inode);
      if (socket !== undefined) this.#changed.add(socket);
    }
  }

  hasUnsearchedOrphans(): boolean {
    for (const socket of this.orphans) if (!socket.isSearched) return true;
    return false;
  }

  /** What is different since the call before. */
  takeChanges(): SocketChanges {
    const changed: ListeningSocket[] = [];
    for (const socket of this.#changed) {
      const now = this.#toListeningSocket(socket);
      if (socket.told !== null && isSameSocket(socket.told, now)) continue;
      socket.told = now;
      changed.push(now);
    }
    const removed = this.#removed;
    this.#changed.clear();
    this.#removed = [];
    return { changed, removed };
  }

  #toListeningSocket(socket: SocketRecord): ListeningSocket {
    const owners = socket.owners.map(({ pid, stat }) => ({
      pid,
      startTime: stat === null ? null : this.#millisecondsOfTicks(stat.startTicks),
      name: stat?.name ?? null,
    }));
    return {
      key: `${socket.shape.name}:${socket.inode}`,
      protocol: socket.shape.protocol,
      family: socket.shape.family,
      address: socket.address,
      port: socket.port,
      uid: socket.uid,
      owners: owners.sort((a, b) => a.pid - b.pid),
      ownersHidden: owners.length === 0,
    };
  }
}
