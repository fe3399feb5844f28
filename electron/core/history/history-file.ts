import { appendFile, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { OneByOne } from '../lib/one-by-one.ts';
import { writeFileAtomic } from '../lib/write-file-atomic.ts';
import { WriterLock } from '../lib/writer-lock.ts';
import {
  formatLine,
  type HistoryLine,
  type HistoryRecord,
  noteLine,
  parseRecord,
  recordLines,
  trimRecord,
} from './history-record.ts';

export interface HistoryBounds {
  /** Spans kept. */
  readonly mostSpans: number;
  /** Bytes on disk before the file is written anew. */
  readonly mostBytes: number;
}

/** `history.jsonl`: appended to by one Berth, read by all of this user. */
export class HistoryFile {
  readonly #file: string;
  readonly #lock: WriterLock;
  readonly #bounds: HistoryBounds;
  #record: HistoryRecord = { spans: new Map(), runs: new Map() };
  #version = '';
  #bytes = 0;
  readonly #queue = new OneByOne();

  constructor(dataFolder: string, bounds: HistoryBounds) {
    this.#file = path.join(dataFolder, 'history.jsonl');
    this.#lock = new WriterLock(path.join(dataFolder, 'history.lock'));
    this.#bounds = bounds;
  }

  /** True while this Berth is the one that writes. */
  takeTurn(now: number): Promise<boolean> {
    return this.#queue.run(() => this.#lock.take(now));
  }

  /** What is known; read again from disk when another Berth writes it. */
  read(): Promise<HistoryRecord> {
    return this.#queue.run(async () => {
      await this.#load();
      return this.#record;
    });
  }

  append(lines: readonly HistoryLine[]): Promise<void> {
    return this.#queue.run(async () => {
      if (!this.#lock.isHeld || lines.length === 0) return;
      await this.#load();
      for (const line of lines) noteLine(this.#record, line);
      const text = lines.map(formatLine).join('');
      if (this.#bytes + text.length > this.#bounds.mostBytes || this.#version === '') await this.#rewrite();
      else {
        await appendFile(this.#file, text, { mode: 0o600 });
        await this.#noteVersion();
      }
    });
  }

  clear(keep: readonly HistoryLine[]): Promise<void> {
    return this.#queue.run(async () => {
      this.#record = { spans: new Map(), runs: new Map() };
      for (const line of keep) noteLine(this.#record, line);
      await this.#rewrite();
    });
  }

  close(): Promise<void> {
    return this.#queue.run(() => this.#lock.release());
  }

  async #rewrite(): Promise<void> {
    this.#record = trimRecord(this.#record, this.#bounds.mostSpans);
    await writeFileAtomic(this.#file, recordLines(this.#record).map(formatLine).join(''));
    await this.#noteVersion();
  }

  async #load(): Promise<void> {
    const before = this.#version;
    await this.#noteVersion();
    if (this.#version === before) return;
    const text = this.#version === '' ? '' : await readFile(this.#file, 'utf8');
    this.#record = trimRecord(parseRecord(text), this.#bounds.mostSpans);
    // After a line that was cut off the next one would be lost with it.
    if (text !== '' && !text.endsWith('\n') && this.#lock.isHeld) await this.#rewrite();
  }

  async #noteVersion(): Promise<void> {
    try {
      const { mtimeMs, size, ino } = await stat(this.#file);
      this.#version = `${ino}/${size}/${mtimeMs}`;
      this.#bytes = size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      this.#version = '';
      this.#bytes = 0;
    }
  }
}
