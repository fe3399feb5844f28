import { readdir, readFile, readlink } from 'node:fs/promises';
import { parseProcessStat } from '../../lib/linux-process-stat.ts';
import type { SocketHolder } from '../system-facts.ts';

/** Every process that /proc shows. */
export async function listPids(procRoot: string): Promise<readonly number[]> {
  const names = await readdir(procRoot).catch(() => []);
  return names.filter((name) => /^\d+$/.test(name)).map(Number);
}

/** Inodes of the sockets that a process has open; empty where they may not be seen or the process is gone. */
export async function socketInodes(procRoot: string, pid: number): Promise<readonly number[]> {
  const folder = `${procRoot}/${pid}/fd`;
  const descriptors = await readdir(folder).catch(() => []);
  const links = await Promise.all(descriptors.map((name) => readlink(`${folder}/${name}`).catch(() => '')));
  return links.flatMap((link) => {
    const inode = /^socket:\[(\d+)\]$/.exec(link)?.[1];
    return inode === undefined ? [] : [Number(inode)];
  });
}

/** Identity of the network namespace of a process; null for one that has ended. */
export async function networkNamespace(
  procRoot: string,
  pid: number | 'self',
): Promise<string | 'hidden' | null> {
  try {
    return await readlink(`${procRoot}/${pid}/ns/net`);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'hidden' : null;
  }
}

export async function readHolder(procRoot: string, pid: number): Promise<SocketHolder | null> {
  const [stat, command] = await Promise.all([
    readFile(`${procRoot}/${pid}/stat`, 'latin1').catch(() => ''),
    readFile(`${procRoot}/${pid}/cmdline`, 'utf8').catch(() => ''),
  ]);
  const name = parseProcessStat(stat)?.name;
  return name === undefined ? null : { pid, name, command: command.split('\0').filter(Boolean) };
}
