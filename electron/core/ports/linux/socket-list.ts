import type { OwnerCache, SocketRecord } from './owner-cache.ts';
import type { SocketRow } from './parse-socket-rows.ts';
import type { ProcessInspector } from './process-inspector.ts';
import type { SocketTable } from './socket-table.ts';

/** Readings after which a socket that its owner still has open is believed to be gone: it stopped listening. */
const readingsBeforeGone = 3;

interface KnownTable {
  readonly table: SocketTable;
  readonly sockets: Map<number, SocketRecord>;
}

/** Keeps the cache's sockets in step with the tables of the kernel. */
export class SocketList {
  readonly #tables: readonly KnownTable[];
  readonly #cache: OwnerCache;
  readonly #inspector: ProcessInspector;
  #reading = 0;

  constructor(tables: readonly SocketTable[], cache: OwnerCache, inspector: ProcessInspector) {
    this.#tables = tables.map((table) => ({ table, sockets: new Map() }));
    this.#cache = cache;
    this.#inspector = inspector;
  }

  update(): void {
    this.#reading++;
    for (const known of this.#tables) {
      known.table.read();
      if (known.table.isUnchanged()) continue;
      if (this.#mergeRows(known) < known.sockets.size) this.#removeMissing(known);
    }
  }

  /**
   * Forgets unexplained sockets that closed since the tables were read: another reading is far cheaper than searching
   * every process for their owner. Sockets that opened meanwhile are left for the next scan.
   */
  dropClosedOrphans(): void {
    for (const { table, sockets } of this.#tables) {
      table.read();
      if (table.isUnchanged()) continue;
      const present = new Set<number>();
      table.forEachRow((row) => present.add(row.inode));
      table.forgetVisit();
      for (const socket of [...this.#cache.orphans]) {
        if (sockets.get(socket.inode) === socket && !present.has(socket.inode)) this.#remove(sockets, socket);
      }
    }
  }

  /** Returns how many of the table's sockets this reading has seen. */
  #mergeRows({ table, sockets }: KnownTable): number {
    let seen = 0;
    table.forEachRow((row) => {
      // 0: the kernel is just closing it, nobody holds it any more.
      if (row.inode === 0) return;
      const socket = this.#socketOfRow(table, sockets, row);
      if (socket.seenIn !== this.#reading) seen++;
      socket.seenIn = this.#reading;
    });
    return seen;
  }

  #socketOfRow(table: SocketTable, sockets: Map<number, SocketRecord>, row: SocketRow): SocketRecord {
    const known = sockets.get(row.inode);
    if (known !== undefined) {
      if (known.port === row.port && known.uid === row.uid) return known;
      this.#remove(sockets, known);
    }
    const socket: SocketRecord = {
      shape: table.shape,
      inode: row.inode,
      address: row.address(),
      port: row.port,
      uid: row.uid,
      owners: [],
      seenIn: 0,
      isSearched: false,
      told: null,
    };
    sockets.set(socket.inode, socket);
    this.#cache.addSocket(socket);
    return socket;
  }

  /**
   * The kernel serves a table page by page and can skip a row while others of its group (SO_REUSEPORT) come and go.
   * So a socket that its owner still has open is looked for again before it is called gone.
   */
  #removeMissing(known: KnownTable): void {
    for (let reading = 1; reading < readingsBeforeGone; reading++) {
      if (!this.#missing(known).some((socket) => this.#isHeld(socket))) break;
      known.table.read();
      this.#mergeRows(known);
    }
    for (const socket of this.#missing(known)) this.#remove(known.sockets, socket);
  }

  #missing({ sockets }: KnownTable): SocketRecord[] {
    return [...sockets.values()].filter((socket) => socket.seenIn !== this.#reading);
  }

  #isHeld(socket: SocketRecord): boolean {
    return socket.owners.some((owner) => this.#inspector.holds(owner, socket.inode));
  }

  #remove(sockets: Map<number, SocketRecord>, socket: SocketRecord): void {
    sockets.delete(socket.inode);
    this.#cache.removeSocket(socket);
  }
}
