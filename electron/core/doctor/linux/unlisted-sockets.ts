import { readFile } from 'node:fs/promises';
import { type Known, know, type SocketHolder, unknown } from '../system-facts.ts';
import { listPids, networkNamespace, readHolder, socketInodes } from './proc-walk.ts';

/** Tables of /proc/net, and which column (counted from 0, headers skipped) holds the inode. */
const tables: readonly (readonly [name: string, column: number])[] = [
  ['tcp', 9],
  ['tcp6', 9],
  ['udp', 9],
  ['udp6', 9],
  ['udplite', 9],
  ['raw', 9],
  ['raw6', 9],
  ['icmp', 9],
  ['icmp6', 9],
  ['unix', 6],
  ['netlink', 9],
  ['packet', 8],
];

/**
 * Programs of our namespace with a socket that no table lists. A TCP socket gets into the tables when it listens or connects,
 * so one that is only bound is among these; sockets of kinds without a table are too.
 */
export async function unlistedHolders(procRoot: string): Promise<Known<readonly SocketHolder[]>> {
  const own = await networkNamespace(procRoot, 'self');
  const before = await socketsByProcess(procRoot, own);
  const listed = await listedInodes(procRoot);
  if (listed === null) return unknown(`${procRoot}/net cannot be read`);
  const suspects = [...before].filter(([, inodes]) => inodes.some((inode) => !listed.has(inode)));
  const holders = await Promise.all(suspects.map(([pid]) => readHolder(procRoot, pid)));
  return know(holders.filter((holder) => holder !== null));
}

async function socketsByProcess(procRoot: string, namespace: string | null) {
  const found = new Map<number, readonly number[]>();
  for (const pid of await listPids(procRoot)) {
    if (pid === process.pid || (await networkNamespace(procRoot, pid)) !== namespace) continue;
    const inodes = await socketInodes(procRoot, pid);
    if (inodes.length > 0) found.set(pid, inodes);
  }
  return found;
}

async function listedInodes(procRoot: string): Promise<ReadonlySet<number> | null> {
  const texts = await Promise.all(
    tables.map(([name]) => readFile(`${procRoot}/net/${name}`, 'latin1').catch(() => null)),
  );
  if (texts[0] === null) return null;
  const listed = new Set<number>();
  for (const [index, text] of texts.entries()) {
    const column = tables[index]?.[1] ?? 0;
    for (const line of (text ?? '').split('\n').slice(1)) {
      listed.add(Number(line.trim().split(/\s+/)[column]));
    }
  }
  return listed;
}
