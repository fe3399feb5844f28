import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../lib/clock.ts';
import { mayExist } from './may-exist.ts';
import type { ProcessIdentity } from './process-reader.ts';

export interface OutputLimits {
  /** Bytes at which a file is cut. */
  readonly cutAtBytes: number;
  /** Bytes at its end that are kept then. */
  readonly keepBytes: number;
  /** Milliseconds between two looks at the sizes. */
  readonly lookMs: number;
  /** Files kept of programs that ended; the oldest go first. */
  readonly mostFiles: number;
}

export const outputLimits: OutputLimits = {
  cutAtBytes: 1024 * 1024,
  keepBytes: 256 * 1024,
  lookMs: 1000,
  mostFiles: 50,
};

/** An output file that a program is about to write to. */
export interface OpenOutput {
  /** Opened for appending: every write goes to the end, also after the file was cut. */
  readonly descriptor: number;
  /** Names the file for the process; from now on it is found and kept within bounds. */
  assign(process: ProcessIdentity): Promise<void>;
  /** Throws the file away: nothing was started. */
  discard(): Promise<void>;
  close(): void;
}

/**
 * The output of programs that Berth started, one file for each: `<pid>-<start>.log`, readable by this user alone. A
 * program writes straight to its file: a pipe through Berth would break when Berth quits, and the program with it. So
 * nobody stands between, and a file is cut in place while a Berth runs: its end is copied to `….log.old` and the file
 * emptied. When no Berth runs a file grows; the next one that watches cuts it.
 */
export class OutputFolder {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #limits: OutputLimits;
  #isWatching = false;
  #stopLooking: (() => void) | null = null;

  constructor(dataFolder: string, clock: Clock, limits: OutputLimits = outputLimits) {
    this.#folder = path.join(dataFolder, 'output');
    this.#clock = clock;
    this.#limits = limits;
  }

  async open(): Promise<OpenOutput> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const temporary = path.join(this.#folder, `${randomBytes(6).toString('hex')}.new`);
    const handle = await open(temporary, 'ax', 0o600);
    const { fd: descriptor } = handle;
    let isOpen = true;
    return {
      descriptor,
      assign: async (process) => {
        await rename(
          temporary,
          path.join(this.#folder, `${process.pid}-${Math.trunc(process.startTime)}.log`),
        );
        this.watch();
      },
      discard: () => rm(temporary, { force: true }),
      close: () => {
        if (isOpen) void handle.close();
        isOpen = false;
      },
    };
  }

  /** The files with what this process printed, oldest first; empty when Berth did not start it. */
  async find({ pid, startTime }: ProcessIdentity): Promise<readonly string[]> {
    const names = await this.#names();
    const own = names
      .flatMap((name) => {
        const parts = /^(\d+)-(\d+)\.log$/.exec(name);
        const distance = Math.abs(Number(parts?.[2]) - startTime);
        return Number(parts?.[1]) === pid && distance <= startToleranceMs ? [{ name, distance }] : [];
      })
      .sort((a, b) => a.distance - b.distance)[0]?.name;
    if (own === undefined) return [];
    return [`${own}.old`, own]
      .filter((name) => names.includes(name))
      .map((name) => path.join(this.#folder, name));
  }

  /** Keeps every file within its bounds from now on. Does nothing while it already does. */
  watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    this.#lookLater();
  }

  close(): void {
    this.#isWatching = false;
    this.#stopLooking?.();
  }

  #lookLater(): void {
    if (!this.#isWatching) return;
    this.#stopLooking = this.#clock.after(this.#limits.lookMs, async () => {
      // What goes wrong now is tried again.
      await this.bound().catch(() => undefined);
      this.#lookLater();
    });
  }

  /** Cuts what is too long and drops the oldest of too many. A file that cannot be cut now is tried again. */
  async bound(): Promise<void> {
    const files = await this.#files();
    for (const { file, size } of files) if (size > this.#limits.cutAtBytes) this.#cut(file);
    const tooMany = files.sort((a, b) => b.changedAt - a.changedAt).slice(this.#limits.mostFiles);
    for (const { file, pid } of tooMany) {
      if (!mayExist(pid)) await Promise.all([rm(file, { force: true }), rm(`${file}.old`, { force: true })]);
    }
  }

  /** Copied and emptied without waiting in between, so that next to nothing can be written in the meantime and be lost. */
  #cut(file: string): void {
    const opened: number[] = [];
    try {
      const from = openSync(file, 'r+');
      opened.push(from);
      const into = openSync(`${file}.old`, 'w', 0o600);
      opened.push(into);
      copyEnd(from, into, this.#limits.keepBytes);
      ftruncateSync(from, 0);
    } catch {
      // Deleted by somebody, or the disk is full.
    } finally {
      for (const descriptor of opened) closeSync(descriptor);
    }
  }

  async #files() {
    const names = (await this.#names()).filter((name) => /^\d+-\d+\.log$/.test(name));
    const files = await Promise.all(
      names.map(async (name) => {
        const file = path.join(this.#folder, name);
        const facts = await stat(file).catch(() => null);
        return facts && { file, pid: Number.parseInt(name, 10), size: facts.size, changedAt: facts.mtimeMs };
      }),
    );
    return files.filter((one) => one !== null);
  }

  async #names(): Promise<readonly string[]> {
    return readdir(this.#folder).catch(() => []);
  }
}

/** Start times are derived from the wall clock, which may have been set since another run of Berth noted them. */
const startToleranceMs = 2000;

function copyEnd(from: number, into: number, bytes: number): void {
  const chunk = Buffer.alloc(64 * 1024);
  let position = Math.max(0, fstatSync(from).size - bytes);
  for (;;) {
    const length = readSync(from, chunk, 0, chunk.length, position);
    if (length === 0) return;
    writeSync(into, chunk, 0, length);
    position += length;
  }
}
