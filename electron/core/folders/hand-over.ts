import { randomUUID } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ServeResult } from '../../../shared/contract/folders.ts';
import type { Clock } from '../lib/clock.ts';

/** A request that nobody took for so long is from a program that is gone; milliseconds. */
const requestLivesFor = 10_000;
const takenWithin = 700;
const answeredWithin = 15_000;
const looksEvery = 25;

/**
 * A folder in the data folder, which only this user can enter, through which a command hands a path to the Berth that is
 * running: `*.wish` is taken by renaming it, so only one takes it, and answered with `*.answer`.
 */
export class HandOver {
  readonly #folder: string;
  readonly #clock: Clock;

  constructor(dataFolder: string, clock: Clock) {
    this.#folder = path.join(dataFolder, 'hand-over');
    this.#clock = clock;
  }

  /** Null when no Berth is running that would serve it. */
  async offer(folder: string): Promise<ServeResult | null> {
    const id = randomUUID();
    const at = (kind: string) => path.join(this.#folder, `${id}.${kind}`);
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(at('new'), JSON.stringify({ folder }), { mode: 0o600 });
      await rename(at('new'), at('wish'));
    } catch {
      // What cannot be written here cannot be read by another Berth either.
      return null;
    }
    if (await this.#waits(takenWithin, () => isThere(at('wish')))) {
      // Taken in the very last moment counts as taken.
      const isOurs = await rename(at('wish'), at('new')).then(
        () => true,
        () => false,
      );
      if (isOurs) {
        await rm(at('new'), { force: true });
        return null;
      }
    }
    const isSilent = await this.#waits(answeredWithin, async () => !(await isThere(at('answer'))));
    if (isSilent)
      return {
        outcome: 'refused',
        reason: 'failed',
        message: 'The running Berth did not answer.',
        offer: null,
      };
    const answer = JSON.parse(await readFile(at('answer'), 'utf8')) as ServeResult;
    await rm(at('answer'), { force: true });
    return answer;
  }

  /** Takes what is handed over from now on, until the returned function is called. */
  async receive(serve: (folder: string) => Promise<ServeResult>): Promise<() => void> {
    const take = (name: string | null) => {
      if (name?.endsWith('.wish')) void this.#take(name, serve);
    };
    let watcher: FSWatcher | null = null;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      watcher = watch(this.#folder, { persistent: false }, (_event, name) => take(name));
      watcher.on('error', () => watcher?.close());
    } catch {
      // Without a folder that can be written, or a watcher (no inotify left), commands serve by themselves.
    }
    return () => watcher?.close();
  }

  async #take(name: string, serve: (folder: string) => Promise<ServeResult>): Promise<void> {
    const wish = path.join(this.#folder, name);
    const taken = wish.replace(/wish$/, 'taken');
    try {
      const { mtimeMs } = await stat(wish);
      await rename(wish, taken);
      const content = JSON.parse(await readFile(taken, 'utf8')) as { readonly folder?: unknown };
      await rm(taken, { force: true });
      if (this.#clock.now() - mtimeMs > requestLivesFor || typeof content.folder !== 'string') return;
      const answer = JSON.stringify(await serve(content.folder));
      await writeFile(taken, answer, { mode: 0o600 });
      await rename(taken, wish.replace(/wish$/, 'answer'));
      await this.#sweep();
    } catch {
      // Another Berth was quicker, or who asked has gone.
    }
  }

  /** What a program left behind that ended in between. */
  async #sweep(): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      const file = path.join(this.#folder, name);
      const { mtimeMs } = await stat(file);
      if (this.#clock.now() - mtimeMs > 10 * requestLivesFor) await rm(file, { force: true });
    }
  }

  /** True when it still held at the end of the time. */
  async #waits(ms: number, holds: () => Promise<boolean>): Promise<boolean> {
    const end = this.#clock.elapsed() + ms;
    while (await holds()) {
      if (this.#clock.elapsed() >= end) return true;
      await new Promise((resolve) => setTimeout(resolve, looksEvery));
    }
    return false;
  }
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
