import { type ElsewhereListener, type Known, know, type SocketHolder, unknown } from '../system-facts.ts';
import { listPids, networkNamespace, readHolder, socketInodes } from './proc-walk.ts';
import { readRows } from './read-sockets.ts';

/** Who listens on the port in network namespaces other than ours, as containers have them. */
export async function listenersElsewhere(
  procRoot: string,
  port: number,
): Promise<Known<readonly ElsewhereListener[]>> {
  const own = await networkNamespace(procRoot, 'self');
  if (own === null || own === 'hidden') return unknown('this system does not tell network namespaces apart');
  const { members, hidden } = await groupByNamespace(procRoot, own);
  const found: ElsewhereListener[] = [];
  for (const pids of members.values()) found.push(...(await listenersOf(procRoot, pids, port)));
  if (found.length === 0 && hidden > 0) {
    return unknown('programs of other users may be in namespaces of their own');
  }
  return know(found);
}

async function groupByNamespace(procRoot: string, own: string) {
  const members = new Map<string, number[]>();
  let hidden = 0;
  for (const pid of await listPids(procRoot)) {
    const namespace = await networkNamespace(procRoot, pid);
    if (namespace === 'hidden') hidden += 1;
    else if (namespace !== null && namespace !== own)
      members.set(namespace, [...(members.get(namespace) ?? []), pid]);
  }
  return { members, hidden };
}

async function listenersOf(
  procRoot: string,
  pids: readonly number[],
  port: number,
): Promise<readonly ElsewhereListener[]> {
  const [first] = pids;
  const rows = first === undefined ? null : await readRows(`${procRoot}/${first}`, (own) => own === port);
  const listening = rows?.filter(({ state }) => state === 'listening') ?? [];
  const found: ElsewhereListener[] = [];
  for (const { address, inode } of listening) {
    const holder = await holderAmong(procRoot, pids, inode);
    if (holder) found.push({ address, holder });
  }
  return found;
}

async function holderAmong(
  procRoot: string,
  pids: readonly number[],
  inode: number,
): Promise<SocketHolder | null> {
  for (const pid of pids) {
    if ((await socketInodes(procRoot, pid)).includes(inode)) return readHolder(procRoot, pid);
  }
  const [first] = pids;
  return first === undefined ? null : readHolder(procRoot, first);
}
