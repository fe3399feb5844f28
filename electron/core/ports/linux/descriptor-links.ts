import { readdirSync, readlinkSync, type Stats, statSync } from 'node:fs';

/** The numbers of the open descriptors; empty where they may not be read or the process is gone. */
export function listDescriptors(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** `hidden` where procfs is mounted with hidepid and the process is of another user. */
export function statFolder(folder: string): Stats | 'gone' | 'hidden' {
  try {
    return statSync(folder, { throwIfNoEntry: false }) ?? 'gone';
  } catch (error) {
    // A process that ends while the path is walked gives ESRCH, not ENOENT.
    return (error as NodeJS.ErrnoException).code === 'ESRCH' ? 'gone' : 'hidden';
  }
}

/** Inode of the socket behind a descriptor, 0 when it is something else, closed or hidden. */
export function socketInodeOf(folder: string, descriptor: string): number {
  let target: string;
  try {
    target = readlinkSync(`${folder}/${descriptor}`);
  } catch {
    return 0;
  }
  // `socket:[48213]`, told apart by two characters: this runs for every descriptor of the machine.
  if (target.charCodeAt(0) !== 115 || target.charCodeAt(6) !== 58) return 0;
  const inode = Number(target.slice(8, -1));
  return Number.isInteger(inode) ? inode : 0;
}
