import { readFile } from 'node:fs/promises';
import { type Known, know, type PortSocket, unknown } from '../system-facts.ts';
import { parseTcpTable, type TcpRow } from './parse-tcp-table.ts';
import { listPids, readHolder, socketInodes } from './proc-walk.ts';

/** Every TCP socket on a port, in every state, with who holds it. */
export async function readSockets(procRoot: string, port: number): Promise<Known<readonly PortSocket[]>> {
  const rows = await readRows(procRoot, (own) => own === port);
  if (rows === null) return unknown(`${procRoot}/net/tcp cannot be read`);
  const holders = await findHolders(procRoot, new Set(rows.map(({ inode }) => inode).filter(Boolean)));
  return know(rows.map(({ inode, port: _port, ...row }) => ({ ...row, holder: holders.get(inode) ?? null })));
}

/** Null where the tables cannot be read at all; without IPv6 there is one table less. */
export async function readRows(
  netRoot: string,
  isMeant: (port: number) => boolean,
): Promise<readonly TcpRow[] | null> {
  const [four, six] = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`${netRoot}/net/${name}`, 'latin1').catch(() => null)),
  );
  if (four === undefined || four === null) return null;
  return [...parseTcpTable(four, isMeant), ...parseTcpTable(six ?? '', isMeant)];
}

type Holders = Map<number, Exclude<PortSocket['holder'], null>>;

async function findHolders(procRoot: string, wanted: ReadonlySet<number>): Promise<Holders> {
  const found: Holders = new Map();
  if (wanted.size === 0) return found;
  for (const pid of await listPids(procRoot)) {
    if (found.size === wanted.size) break;
    const inodes = (await socketInodes(procRoot, pid)).filter(
      (inode) => wanted.has(inode) && !found.has(inode),
    );
    const holder = inodes.length > 0 ? await readHolder(procRoot, pid) : null;
    if (holder) for (const inode of inodes) found.set(inode, holder);
  }
  return found;
}
