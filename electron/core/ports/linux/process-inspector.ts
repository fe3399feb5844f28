import { readdirSync, readFileSync } from 'node:fs';
import { type ProcessStat, parseProcessStat } from '../../lib/linux-process-stat.ts';
import { listDescriptors, socketInodeOf, statFolder } from './descriptor-links.ts';
import type { OwnerCache, SocketRecord } from './owner-cache.ts';
import type { ProcessRecord } from './process-record.ts';

/** What one look at a process told: unchanged, more or fewer descriptors, another process under its pid, ended. */
export type ProcessLook = 'same' | 'moved' | 'replaced' | 'gone';

/** Looks at processes in /proc and writes what it finds into the cache. */
export class ProcessInspector {
  readonly #procRoot: string;
  readonly #cache: OwnerCache;
  readonly #uid: number;
  /** False when only the processes of this user can be looked into. */
  readonly #seesEveryone: boolean;
  /** True where the size of `/proc/<pid>/fd` is its number of descriptors: Linux 6.2 and newer. */
  readonly #tellsDescriptorCount: boolean;
  #scan = 0;

  constructor(procRoot: string, cache: OwnerCache) {
    this.#procRoot = procRoot;
    this.#cache = cache;
    this.#uid = process.geteuid?.() ?? 0;
    this.#seesEveryone = this.#uid === 0 || canList(`${procRoot}/1/fd`);
    const own = statFolder(`${procRoot}/self/fd`);
    this.#tellsDescriptorCount = typeof own !== 'string' && own.size > 0;
  }

  beginScan(scan: number): void {
    this.#scan = scan;
  }

  canRead(process: ProcessRecord): boolean {
    return this.#seesEveryone || process.uid === this.#uid;
  }

  /** False for sockets of other users where their processes cannot be read: a search among everybody is in vain. */
  canFindOwnerOf(socket: SocketRecord): boolean {
    return this.#seesEveryone || socket.uid === this.#uid;
  }

  /** Identity, permission and number of descriptors in one call of the system. */
  look(process: ProcessRecord): ProcessLook {
    const folder = statFolder(process.descriptorFolder);
    if (folder === 'gone') return 'gone';
    if (folder === 'hidden') return 'same';
    const hasMoved = folder.size !== process.descriptorCount || folder.uid !== process.uid;
    const isOtherFolder = process.folderInode !== 0 && process.folderInode !== folder.ino;
    if (hasMoved) process.movedIn = this.#scan;
    process.folderInode = folder.ino;
    process.descriptorCount = folder.size;
    process.uid = folder.uid;
    if (isOtherFolder && this.#isReplaced(process)) return 'replaced';
    return hasMoved ? 'moved' : 'same';
  }

  /** Older kernels do not tell the number, but listing descriptors is ten times cheaper than reading them. */
  currentDescriptorCount(process: ProcessRecord): number {
    if (this.#tellsDescriptorCount) return process.descriptorCount;
    return listDescriptors(process.descriptorFolder).length;
  }

  /** Looks again and reads its links when it is still there. */
  refresh(process: ProcessRecord): void {
    const look = this.look(process);
    if (look === 'gone') {
      this.#cache.forgetProcess(process);
      return;
    }
    if (look === 'replaced') this.#cache.releaseSockets(process);
    this.readLinks(process);
  }

  wasRead(process: ProcessRecord): boolean {
    return process.readIn === this.#scan;
  }

  /** Reads every descriptor of a process. True when it turned out to hold a listener that it was not known for. */
  readLinks(process: ProcessRecord): boolean {
    process.readIn = this.#scan;
    const descriptors = this.canRead(process) ? listDescriptors(process.descriptorFolder) : [];
    process.readDescriptorCount = descriptors.length;
    const found = this.#findListeners(process, descriptors);
    for (const inode of process.sockets.keys()) if (!found.has(inode)) this.#cache.detach(process, inode);
    let hasMore = false;
    for (const [socket, descriptor] of found.values()) {
      hasMore ||= !process.sockets.has(socket.inode);
      this.#cache.attach(process, socket, descriptor);
    }
    if (hasMore && process.stat === null) this.identify(process);
    return hasMore;
  }

  /** Reads one descriptor and attaches what it holds. */
  readLink(process: ProcessRecord, descriptor: string): void {
    const socket = this.#cache.sockets.get(socketInodeOf(process.descriptorFolder, descriptor));
    if (socket === undefined || process.sockets.has(socket.inode)) return;
    this.#cache.attach(process, socket, descriptor);
    if (process.stat === null) this.identify(process);
  }

  /** True when the process still holds the socket where it was seen; else it is read anew. */
  prove(process: ProcessRecord, inode: number): boolean {
    if (this.holds(process, inode)) return true;
    this.refresh(process);
    return false;
  }

  holds(process: ProcessRecord, inode: number): boolean {
    const descriptor = process.sockets.get(inode);
    return descriptor !== undefined && socketInodeOf(process.descriptorFolder, descriptor) === inode;
  }

  /** Reads name, parent and start time; a process that was replaced meanwhile loses its sockets. */
  identify(process: ProcessRecord): void {
    const stat = this.#readStat(process.pid);
    const before = process.stat;
    if (stat === null) return;
    if (before !== null && before.startTicks !== stat.startTicks) {
      this.#cache.releaseSockets(process);
      this.#cache.suspects.add(process);
    }
    process.stat = stat;
    if (before?.name !== stat.name) this.#cache.noteRename(process);
  }

  #findListeners(
    process: ProcessRecord,
    descriptors: readonly string[],
  ): Map<number, [SocketRecord, string]> {
    const found = new Map<number, [SocketRecord, string]>();
    for (const descriptor of descriptors) {
      const inode = socketInodeOf(process.descriptorFolder, descriptor);
      if (inode === 0) continue;
      const socket = this.#cache.sockets.get(inode);
      if (socket !== undefined && !found.has(inode)) found.set(inode, [socket, descriptor]);
    }
    return found;
  }

  /**
   * Another folder inode alone proves nothing: the kernel may have dropped and made the same one again. A pid that is
   * given out again within the same tick of 10 ms shows in the name only.
   */
  #isReplaced({ pid, stat: before }: ProcessRecord): boolean {
    const now = this.#readStat(pid);
    return before === null || now?.startTicks !== before.startTicks || now.name !== before.name;
  }

  #readStat(pid: number): ProcessStat | null {
    try {
      return parseProcessStat(readFileSync(`${this.#procRoot}/${pid}/stat`, 'latin1'));
    } catch {
      return null;
    }
  }
}

function canList(folder: string): boolean {
  try {
    readdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
