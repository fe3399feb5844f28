import path from 'node:path';
import type { Clock } from '../lib/clock.ts';
import { lockLivesFor, WriterLock } from '../lib/writer-lock.ts';

/** Of several Berths only one serves again what was served before: the one that holds `folders.lock`. */
export class FolderTurn {
  readonly #lock: WriterLock;
  readonly #clock: Clock;
  #cancel: (() => void) | null = null;
  #isOver = false;

  constructor(dataFolder: string, clock: Clock) {
    this.#lock = new WriterLock(path.join(dataFolder, 'folders.lock'));
    this.#clock = clock;
  }

  /** True when it is ours from now on, until `end`. */
  async take(): Promise<boolean> {
    const isOurs = await this.#refresh();
    if (isOurs) this.#again();
    return isOurs;
  }

  async end(): Promise<void> {
    this.#isOver = true;
    this.#cancel?.();
    await this.#lock.release();
  }

  #again(): void {
    // The end may have come while the lock was being touched.
    if (this.#isOver) return void this.#lock.release();
    this.#cancel = this.#clock.after(lockLivesFor / 3, () => void this.#refresh().then(() => this.#again()));
  }

  #refresh(): Promise<boolean> {
    return this.#lock.take(this.#clock.now()).catch(() => false);
  }
}
