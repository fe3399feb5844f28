import fs, { type Stats } from 'node:fs';
import path from 'node:path';
import type { Platform } from '../../../../shared/contract/host.ts';
import { allowsPath, type Place, prefixOf } from './allows-path.ts';
import { closeFile, openFile, realPath, statFile, statPath } from './file-calls.ts';
import { isHiddenName } from './hidden-name.ts';
import { absent, type Refusal, refusalFor, withheld } from './refusal.ts';

/** Who gets this closes the descriptor, once. */
export interface FoundFile {
  readonly kind: 'file';
  readonly fd: number;
  readonly stats: Stats;
  /** Without links. */
  readonly path: string;
}

export interface FoundFolder {
  readonly kind: 'folder';
  readonly path: string;
}

export type Found = FoundFile | FoundFolder | Refusal;

export interface InsideOptions {
  readonly root: string;
  readonly hidden: 'deny' | 'allow';
  readonly links: 'inside' | 'never';
}

const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0 } = fs.constants;
/** Without O_NONBLOCK, opening a FIFO parks one of four threads, and four of them stop every file call of the process. */
const flags = O_RDONLY | O_NONBLOCK | O_NOCTTY;
/** A build that replaces the file just now is done by the next one. */
const mostAttempts = 5;

/** Opens what lies under one folder, and never anything else than a regular file or a folder in it. */
export class Inside {
  readonly root: string;
  readonly #place: Place;
  readonly #prefix: string;
  readonly #hasProc: boolean;

  constructor(options: InsideOptions, platform: Platform) {
    this.root = fs.realpathSync.native(options.root);
    const { hidden, links } = options;
    this.#place = { root: this.root, hidden, links, platform };
    this.#prefix = prefixOf(this.#place);
    this.#hasProc = platform === 'linux' && fs.existsSync('/proc/self/fd');
  }

  async open(segments: readonly string[]): Promise<Found> {
    if (this.#place.hidden === 'deny' && segments.some(isHiddenName)) return withheld;
    const asked = segments.length === 0 ? this.root : this.#prefix + segments.join(path.sep);
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const found = await this.#openOnce(asked);
      if (found !== null) return found;
    }
    return withheld;
  }

  /** Where a path inside really leads, or null when that may not be seen. */
  async resolve(asked: string): Promise<string | null> {
    try {
      const real = await realPath(asked);
      return allowsPath(asked, real, this.#place) ? real : null;
    } catch {
      return null;
    }
  }

  /** Null when another file took the place meanwhile. */
  async #openOnce(asked: string): Promise<Found | null> {
    let fd: number;
    try {
      fd = await openFile(asked, flags);
    } catch (error) {
      return refusalFor(error);
    }
    try {
      const found = await this.#check(fd, asked);
      if (found?.kind !== 'file') closeFile(fd);
      return found;
    } catch (error) {
      closeFile(fd);
      return refusalFor(error);
    }
  }

  async #check(fd: number, asked: string): Promise<Found | null> {
    const stats = await statFile(fd);
    const isFolder = stats.isDirectory();
    if (!isFolder && !stats.isFile()) return absent;
    const real = (this.#hasProc && pathOfDescriptor(fd, asked)) || (await pathOfOpened(asked, stats));
    if (real === null) return null;
    if (!allowsPath(asked, real, this.#place)) return withheld;
    return isFolder ? { kind: 'folder', path: real } : { kind: 'file', fd, stats, path: real };
  }
}

/** Linux ends the path of a descriptor with this once the file was removed, or replaced by another. */
const removed = / \(deleted\)$/;

/** What the kernel knows, without asking any disk; a file that was just replaced is still under its name. Null where nobody can tell. */
function pathOfDescriptor(fd: number, asked: string): string | null {
  try {
    const real = fs.readlinkSync(`/proc/self/fd/${fd}`);
    if (!real.startsWith('/')) return null;
    // A file may really be called so: then that is what was asked for.
    return real === asked ? real : real.replace(removed, '');
  } catch {
    return null;
  }
}

/** Null when another file took the place between opening and looking. */
async function pathOfOpened(asked: string, opened: Stats): Promise<string | null> {
  const real = await realPath(asked);
  const { ino, dev } = await statPath(real);
  return ino === opened.ino && dev === opened.dev ? real : null;
}
