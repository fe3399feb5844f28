import type { OwnerCache, SocketRecord } from './owner-cache.ts';
import type { ProcessInspector } from './process-inspector.ts';
import type { ProcessRecord } from './process-record.ts';

/** Scans for which a process whose descriptors changed stays a likely owner of an unexplained socket. */
const recentScans = 4;

/** Finds who holds the sockets that nobody is known to hold, cheapest guess first. */
export class OwnerSearch {
  readonly #cache: OwnerCache;
  readonly #inspector: ProcessInspector;

  constructor(cache: OwnerCache, inspector: ProcessInspector) {
    this.#cache = cache;
    this.#inspector = inspector;
  }

  /** Reads new processes and those that lost a socket, then the ancestors of every owner found: sockets are inherited. */
  readSuspects(): void {
    const found: ProcessRecord[] = [];
    for (const suspect of this.#cache.suspects) {
      if (!this.#inspector.wasRead(suspect) && this.#inspector.readLinks(suspect)) found.push(suspect);
    }
    this.#cache.suspects.clear();
    for (let owner = found.pop(); owner !== undefined; owner = found.pop()) {
      const parent = this.#cache.processes.get(owner.stat?.parentPid ?? 0);
      if (parent === undefined || parent.pid === 1 || this.#inspector.wasRead(parent)) continue;
      if (this.#inspector.readLinks(parent)) found.push(parent);
    }
  }

  /** Reads processes whose descriptors changed since they were read, until every socket is explained. */
  readChanged(scan: number): void {
    if (!this.#cache.hasUnsearchedOrphans()) return;
    for (const process of this.#changedProcesses(scan)) {
      if (!this.#cache.hasUnsearchedOrphans()) return;
      this.#readOnce(process);
    }
  }

  /** The last resort: everybody, the sockets' own users and known owners first. */
  readEveryone(): void {
    const open = [...this.#cache.orphans].filter((socket) => !socket.isSearched);
    if (open.length === 0) return;
    const findable = open.filter((socket) => this.#inspector.canFindOwnerOf(socket));
    for (const process of findable.length > 0 ? this.#everyoneByLikelihood(findable) : []) {
      if (!findable.some((socket) => this.#cache.orphans.has(socket))) break;
      this.#readOnce(process);
    }
    for (const socket of open) socket.isSearched = this.#cache.orphans.has(socket);
  }

  /** A holder that closed its end of a shared socket leaves no trace in the tables. */
  proveShared(): void {
    for (const socket of [...this.#cache.shared]) {
      for (const owner of [...socket.owners]) {
        if (!this.#inspector.wasRead(owner)) this.#inspector.prove(owner, socket.inode);
      }
    }
  }

  #readOnce(process: ProcessRecord): void {
    if (this.#isPresent(process) && !this.#inspector.wasRead(process)) this.#inspector.readLinks(process);
  }

  #isPresent(process: ProcessRecord): boolean {
    return this.#cache.processes.get(process.pid) === process;
  }

  /**
   * Compared with the count at the last reading of the links, not at the last look: a socket that was opened between
   * the reading of the tables and the look would else be missed here and cost a search among everybody.
   */
  #changedProcesses(scan: number): ProcessRecord[] {
    const users = new Set([...this.#cache.orphans].map((socket) => socket.uid));
    const rank = (process: ProcessRecord) =>
      (users.has(process.uid) ? 0 : 2) + (process.movedIn >= scan - 1 ? 0 : 1);
    return [...this.#cache.processes.values()]
      .filter((process) => this.#inspector.canRead(process) && !this.#inspector.wasRead(process))
      .filter(
        (process) =>
          this.#inspector.currentDescriptorCount(process) !== process.readDescriptorCount ||
          process.movedIn >= scan - recentScans,
      )
      .sort((a, b) => rank(a) - rank(b) || a.descriptorCount - b.descriptorCount);
  }

  #everyoneByLikelihood(open: readonly SocketRecord[]): ProcessRecord[] {
    const users = new Set(open.map((socket) => socket.uid));
    const rank = (process: ProcessRecord) =>
      (users.has(process.uid) ? 0 : 2) + (process.sockets.size > 0 ? 0 : 1);
    return [...this.#cache.processes.values()]
      .filter((process) => this.#inspector.canRead(process))
      .sort((a, b) => rank(a) - rank(b));
  }
}
