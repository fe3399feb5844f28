import { readdirSync } from 'node:fs';
import { millisecondsPerTick } from '../../lib/linux-boot-time.ts';
import type { PortSource, PortSourceName, SocketChanges } from '../port-source.ts';
import { openSocketTables } from './open-socket-tables.ts';
import { OwnerAudit } from './owner-audit.ts';
import { OwnerCache } from './owner-cache.ts';
import { OwnerSearch } from './owner-search.ts';
import { ProcessInspector } from './process-inspector.ts';
import { createProcessRecord, type ProcessRecord } from './process-record.ts';
import { SocketList } from './socket-list.ts';
import type { SocketTable } from './socket-table.ts';

export interface ProcSourceOptions {
  /** From `readBootTime`, the same value for everyone who compares start times. */
  readonly bootTimeMs: number;
  /** Where procfs is mounted. */
  readonly procRoot?: string;
}

/** Throws when the kernel's tables cannot be read. */
export function createProcSource({ bootTimeMs, procRoot = '/proc' }: ProcSourceOptions): PortSource {
  return new ProcSource('proc', openSocketTables(procRoot), procRoot, bootTimeMs);
}

/**
 * Reads the kernel's socket tables and remembers who holds which socket. Walking the descriptors of every process is
 * what costs, so a process is read only when it is new, lost a socket, or may explain a socket that nobody holds.
 */
export class ProcSource implements PortSource {
  readonly name: PortSourceName;
  readonly #tables: readonly SocketTable[];
  readonly #procRoot: string;
  readonly #cache: OwnerCache;
  readonly #inspector: ProcessInspector;
  readonly #list: SocketList;
  readonly #search: OwnerSearch;
  readonly #audit: OwnerAudit;
  #scan = 0;

  constructor(name: PortSourceName, tables: readonly SocketTable[], procRoot: string, bootTimeMs: number) {
    this.name = name;
    this.#tables = tables;
    this.#procRoot = procRoot;
    this.#cache = new OwnerCache((ticks) => bootTimeMs + ticks * millisecondsPerTick);
    this.#inspector = new ProcessInspector(procRoot, this.#cache);
    this.#list = new SocketList(tables, this.#cache, this.#inspector);
    this.#search = new OwnerSearch(this.#cache, this.#inspector);
    this.#audit = new OwnerAudit(this.#cache, this.#inspector);
  }

  async scan(): Promise<SocketChanges> {
    // Files that vanish while they are read are normal here, and collecting a stack for each doubles their cost.
    const stackTraceLimit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      this.#update();
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
    return this.#cache.takeChanges();
  }

  close(): void {
    for (const table of this.#tables) table.close();
  }

  #update(): void {
    this.#inspector.beginScan(++this.#scan);
    this.#list.update();
    this.#listProcesses();
    for (const process of [...this.#cache.processes.values()]) this.#lookAt(process);
    this.#search.readSuspects();
    this.#search.readChanged(this.#scan);
    this.#search.proveShared();
    if (this.#cache.hasUnsearchedOrphans()) this.#list.dropClosedOrphans();
    this.#search.readEveryone();
    this.#audit.run();
    this.#search.readSuspects();
    this.#search.readEveryone();
  }

  #listProcesses(): void {
    const { processes, suspects } = this.#cache;
    let count = 0;
    for (const entry of readdirSync(this.#procRoot)) {
      const first = entry.charCodeAt(0);
      if (first < 49 || first > 57) continue;
      count++;
      const pid = Number(entry);
      const known = processes.get(pid);
      if (known === undefined) {
        const process = createProcessRecord(this.#procRoot, pid, this.#scan);
        processes.set(pid, process);
        suspects.add(process);
      } else known.listedIn = this.#scan;
    }
    if (count !== processes.size) this.#forgetEnded();
  }

  #forgetEnded(): void {
    for (const process of [...this.#cache.processes.values()]) {
      if (process.listedIn !== this.#scan) this.#cache.forgetProcess(process);
    }
  }

  /** One call per process tells whether it is another one now, or opened or closed something. */
  #lookAt(process: ProcessRecord): void {
    switch (this.#inspector.look(process)) {
      case 'same':
        return;
      case 'gone':
        this.#cache.forgetProcess(process);
        return;
      case 'replaced':
        this.#cache.releaseSockets(process);
        this.#cache.suspects.add(process);
        return;
      case 'moved':
        if (!this.#cache.suspects.has(process)) this.#checkMoved(process);
        return;
    }
  }

  /**
   * A new listener would have shown as a new socket, so for an owner it is enough to prove the sockets it is known for:
   * a server is not read from end to end because a connection came.
   */
  #checkMoved(process: ProcessRecord): void {
    this.#audit.noteChanged(process);
    if (process.stat !== null) this.#inspector.identify(process);
    for (const inode of [...process.sockets.keys()]) {
      if (process.sockets.has(inode) && !this.#inspector.wasRead(process)) {
        this.#inspector.prove(process, inode);
      }
    }
  }
}
