import { closeSync, openSync, readSync } from 'node:fs';
import { forEachListeningRow, type SocketRow, stateOfRow, type TableShape } from './parse-socket-rows.ts';

/** Where the listening sockets of one protocol and family come from. */
export interface SocketTable {
  readonly shape: TableShape;
  read(): void;
  /** True when what was read is, for listeners, byte for byte what was visited last. */
  isUnchanged(): boolean;
  forEachRow(visit: (row: SocketRow) => void): void;
  /** Makes the next reading count as changed. */
  forgetVisit(): void;
  close(): void;
}

const newline = 10;
/** Room for what one reading may return: a page of the kernel, 64 KiB on some machines. */
const freeSpace = 1 << 16;
/**
 * The kernel fills a page of at least 4 KiB with whole rows of at most 200 bytes, so a reading that left more room than
 * that was the last. Asking for the end of the table instead would walk all connections a second time.
 */
const shortReading = 4096 - 256;

/**
 * A table of /proc/net behind a descriptor that stays open, with one buffer for the bytes visited last and one for the
 * bytes just read. Every reading walks the kernel's whole hash, which costs a millisecond on a machine with much memory.
 */
export class ProcSocketTable implements SocketTable {
  readonly shape: TableShape;
  readonly #descriptor: number;
  #fresh = { bytes: Buffer.allocUnsafe(freeSpace * 2), length: 0 };
  #visited = { bytes: Buffer.allocUnsafe(freeSpace * 2), length: -1 };

  constructor(shape: TableShape, file: string) {
    this.shape = shape;
    this.#descriptor = openSync(file, 'r');
  }

  read(): void {
    let length = 0;
    for (;;) {
      const bytes = this.#bytesWithRoom(length);
      const count = readSync(this.#descriptor, bytes, length, bytes.length - length, length);
      length += count;
      if (count < shortReading) break;
      if (this.shape.listenersFirst && this.#isPastListeners(length)) break;
    }
    this.#fresh.length = length;
  }

  isUnchanged(): boolean {
    const { bytes, length } = this.#fresh;
    const visited = this.#visited;
    if (visited.length < 0 || length < visited.length) return false;
    if (bytes.compare(visited.bytes, 0, visited.length, 0, visited.length) !== 0) return false;
    if (length === visited.length) return true;
    return this.shape.listenersFirst && !this.#isListening(visited.length, length);
  }

  forEachRow(visit: (row: SocketRow) => void): void {
    const { bytes, length } = this.#fresh;
    const listening = forEachListeningRow(bytes, length, this.shape, visit);
    this.#fresh = this.#visited;
    this.#visited = { bytes, length: listening };
  }

  forgetVisit(): void {
    this.#visited.length = -1;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #bytesWithRoom(used: number): Buffer {
    const { bytes } = this.#fresh;
    if (bytes.length - used >= freeSpace) return bytes;
    const larger = Buffer.allocUnsafe(bytes.length * 2);
    bytes.copy(larger, 0, 0, used);
    this.#fresh.bytes = larger;
    return larger;
  }

  /** Looks at the last complete row only. */
  #isPastListeners(length: number): boolean {
    const { bytes } = this.#fresh;
    const end = bytes.lastIndexOf(newline, length - 1);
    if (end <= 0) return false;
    const start = bytes.lastIndexOf(newline, end - 1) + 1;
    if (start === 0) return false;
    const state = stateOfRow(bytes, start, end, this.shape);
    return state >= 0 && state !== this.shape.state;
  }

  #isListening(start: number, length: number): boolean {
    const { bytes } = this.#fresh;
    const end = bytes.indexOf(newline, start);
    return end > 0 && end < length && stateOfRow(bytes, start, end, this.shape) === this.shape.state;
  }
}
