import fs, { type Dirent, type Stats } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { statPath } from './file-calls.ts';
import { isHiddenName } from './hidden-name.ts';
import type { Inside } from './open-inside.ts';

export interface ListedEntry {
  readonly name: string;
  readonly kind: 'folder' | 'file';
  /** Bytes; zero for a folder. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

export interface Listing {
  readonly entries: readonly ListedEntry[];
  /** Entries that are not shown because there are too many. */
  readonly left: number;
}

/** A longer page helps nobody and would keep the server busy. */
export const mostEntries = 5000;

/** What a folder holds, as far as it would be served. */
export async function readListing(
  folder: string,
  inside: Inside,
  hidden: 'deny' | 'allow',
): Promise<Listing> {
  const all = await readdir(folder, { withFileTypes: true });
  const shown = hidden === 'allow' ? all : all.filter(({ name }) => !isHiddenName(name));
  const read = shown.length > mostEntries ? shown.sort(byName).slice(0, mostEntries) : shown;
  const entries = await Promise.all(read.map((one) => readEntry(folder, one, inside)));
  return { entries: entries.filter((one) => one !== null), left: shown.length - read.length };
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

function readEntry(folder: string, entry: Dirent, inside: Inside): Promise<ListedEntry | null> | null {
  const file = folder + path.sep + entry.name;
  if (entry.isSymbolicLink()) return readLinked(entry.name, file, inside);
  if (entry.isFIFO() || entry.isSocket() || entry.isCharacterDevice() || entry.isBlockDevice()) return null;
  // A callback and one promise for each: with hundreds of files, async functions cost more than the calls.
  return new Promise((resolve) => {
    fs.lstat(file, (error, stats) => resolve(error === null ? toEntry(entry.name, stats) : null));
  });
}

async function readLinked(name: string, file: string, inside: Inside): Promise<ListedEntry | null> {
  const real = await inside.resolve(file);
  if (real === null) return null;
  return statPath(real).then(
    (stats) => toEntry(name, stats),
    () => null,
  );
}

function toEntry(name: string, stats: Stats): ListedEntry | null {
  if (stats.isFile()) return { name, kind: 'file', size: stats.size, modified: stats.mtimeMs };
  return stats.isDirectory() ? { name, kind: 'folder', size: 0, modified: stats.mtimeMs } : null;
}
