import { listDescriptors } from './descriptor-links.ts';
import type { OwnerCache } from './owner-cache.ts';
import type { ProcessInspector } from './process-inspector.ts';
import type { ProcessRecord } from './process-record.ts';

/**
 * Descriptors read per scan of processes that opened or closed something: at most a millisecond, and enough that a
 * socket handed to one of a few busy processes is found in the same scan.
 */
const changedDescriptorsPerScan = 512;
/** Descriptors read per scan of all processes in turn. */
const descriptorsPerScan = 128;
/** Owners whose name is read again per scan: a program can rename itself without opening anything. */
const namesPerScan = 16;

/**
 * Proves a slice of what is known in every scan, so that whatever the quick checks cannot see (a socket handed over
 * while another descriptor was closed) is found within a bounded number of scans.
 */
export class OwnerAudit {
  readonly #cache: OwnerCache;
  readonly #inspector: ProcessInspector;
  readonly #changed = new Set<ProcessRecord>();
  readonly #ofChanged: ReadingInPieces;
  readonly #ofAll: ReadingInPieces;
  #allInTurn: Iterator<ProcessRecord> | null = null;
  #ownersInTurn: Iterator<ProcessRecord> | null = null;

  constructor(cache: OwnerCache, inspector: ProcessInspector) {
    this.#cache = cache;
    this.#inspector = inspector;
    this.#ofChanged = new ReadingInPieces(cache, inspector);
    this.#ofAll = new ReadingInPieces(cache, inspector);
  }

  /** The process opened or closed something: it comes before all others. */
  noteChanged(process: ProcessRecord): void {
    this.#changed.add(process);
  }

  run(): void {
    this.#ofChanged.read(changedDescriptorsPerScan, () => this.#nextChanged());
    this.#ofAll.read(descriptorsPerScan, () => this.#nextInTurn());
    this.#checkNames();
  }

  #nextChanged(): ProcessRecord | null {
    for (const process of this.#changed) {
      this.#changed.delete(process);
      if (this.#cache.processes.get(process.pid) === process) return process;
    }
    return null;
  }

  /** Null at the end of a round, so that a scan never goes round twice. */
  #nextInTurn(): ProcessRecord | null {
    this.#allInTurn ??= this.#cache.processes.values();
    const next = this.#allInTurn.next();
    if (!next.done) return next.value;
    this.#allInTurn = null;
    return null;
  }

  #checkNames(): void {
    let left = namesPerScan;
    this.#ownersInTurn ??= this.#cache.processes.values();
    while (left > 0) {
      const next = this.#ownersInTurn.next();
      if (next.done) {
        this.#ownersInTurn = null;
        return;
      }
      if (next.value.sockets.size === 0) continue;
      this.#inspector.identify(next.value);
      left--;
    }
  }
}

/** Reads processes one after another, a large one over several scans: 16,000 links at once would take 60 ms. */
class ReadingInPieces {
  readonly #cache: OwnerCache;
  readonly #inspector: ProcessInspector;
  #process: ProcessRecord | null = null;
  #descriptors: readonly string[] = [];
  #position = 0;

  constructor(cache: OwnerCache, inspector: ProcessInspector) {
    this.#cache = cache;
    this.#inspector = inspector;
  }

  read(budget: number, next: () => ProcessRecord | null): void {
    let left = budget;
    while (left > 0) {
      left -= this.#continue(left);
      if (left <= 0) return;
      const process = next();
      if (process === null) return;
      left -= this.#begin(process, budget);
    }
  }

  /** Reads a small process at once and keeps a large one for pieces. Returns what it cost. */
  #begin(process: ProcessRecord, budget: number): number {
    if (this.#inspector.wasRead(process) || !this.#inspector.canRead(process)) return 1;
    if (process.descriptorCount <= budget) {
      this.#inspector.refresh(process);
      return 4 + Math.max(0, process.readDescriptorCount);
    }
    const proven = process.sockets.size;
    for (const inode of [...process.sockets.keys()]) {
      if (process.sockets.has(inode)) this.#inspector.prove(process, inode);
    }
    this.#process = process;
    this.#descriptors = listDescriptors(process.descriptorFolder);
    this.#position = 0;
    // Listing a descriptor costs an eighth of reading it.
    return proven + (this.#descriptors.length >> 3);
  }

  #continue(left: number): number {
    const process = this.#process;
    if (process === null) return 0;
    if (this.#cache.processes.get(process.pid) !== process) {
      this.#process = null;
      return 0;
    }
    const end = Math.min(this.#descriptors.length, this.#position + left);
    const count = end - this.#position;
    for (; this.#position < end; this.#position++) {
      this.#inspector.readLink(process, this.#descriptors[this.#position] ?? '');
    }
    if (end === this.#descriptors.length) this.#process = null;
    return count;
  }
}
