import { readdirSync, readlinkSync } from 'node:fs';

/** The numbers of the open descriptors; empty where they may not be read or the process is gone. */
export function listDescriptors(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
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
