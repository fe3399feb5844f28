import fs from 'node:fs';
import type { Exchange } from './exchange.ts';
import { closeFile } from './file-calls.ts';

/** Larger ones cost more to fill than they save calls. */
const chunkSize = 128 * 1024;
const mostSpare = 16;
/** Buffers are used again: fresh memory for every chunk costs as much as the copying. */
const spare: Buffer[] = [];

/** Sends part of an open file and closes it exactly once: at the end, on an error, or when who asked is gone. */
export class FileBody {
  readonly #fd: number;
  readonly #exchange: Exchange;
  #position: number;
  #left: number;
  /** While a read runs, its descriptor must stay open: the number would be given to another file. */
  #isReading = false;
  #isClosed = false;

  constructor(fd: number, start: number, length: number, exchange: Exchange) {
    this.#fd = fd;
    this.#position = start;
    this.#left = length;
    this.#exchange = exchange;
  }

  send(): void {
    const { response } = this.#exchange;
    response.on('drain', () => this.#read());
    response.once('close', () => this.#close());
    this.#read();
  }

  #read(): void {
    if (this.#isReading || this.#isClosed) return;
    if (this.#exchange.response.destroyed) {
      this.#close();
      return;
    }
    const buffer = spare.pop() ?? Buffer.allocUnsafeSlow(chunkSize);
    this.#isReading = true;
    fs.read(this.#fd, buffer, 0, Math.min(chunkSize, this.#left), this.#position, (error, count) => {
      this.#isReading = false;
      this.#took(buffer, error === null ? count : 0);
    });
  }

  #took(buffer: Buffer, count: number): void {
    const { response } = this.#exchange;
    if (response.destroyed || count === 0) {
      giveBack(buffer);
      // The file became shorter than was promised: only a broken connection says so.
      response.destroy();
      this.#close();
      return;
    }
    this.#position += count;
    this.#left -= count;
    this.#exchange.bytes += count;
    const chunk = buffer.subarray(0, count);
    if (this.#left === 0) {
      this.#close();
      response.end(chunk, () => giveBack(buffer));
    } else if (response.write(chunk, () => giveBack(buffer))) {
      this.#read();
    }
  }

  #close(): void {
    if (this.#isClosed || this.#isReading) return;
    this.#isClosed = true;
    closeFile(this.#fd);
  }
}

function giveBack(buffer: Buffer): void {
  if (spare.length < mostSpare) spare.push(buffer);
}
