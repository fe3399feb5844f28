import type { Protocol } from '../../../../shared/contract/ports.ts';
import type { ListeningSocket, SocketOwner } from '../port-source.ts';
import { parseToolAddress } from './parse-tool-address.ts';

/** Reads `ss -H -nep` of one protocol and one state; with one state there is no column for it. */
export function parseSs(text: string, protocol: Protocol): ListeningSocket[] {
  // A last line without its end was cut off.
  return text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => parseLine(line, protocol) ?? []);
}

/** `0 8 127.0.0.1:41737 0.0.0.0:* users:(("node",pid=8,fd=6)) uid:1000 ino:88828 sk:1 cgroup:/ <->` */
function parseLine(line: string, protocol: Protocol): ListeningSocket | null {
  const columns = /^\s*\d+\s+\d+\s+(\S+)\s+\S+:\*\s+(.*)$/.exec(line);
  const local = parseToolAddress(columns?.[1] ?? '');
  if (columns === null || local === null) return null;
  const { owners, rest } = takeOwners(columns[2] ?? '');
  const inode = /(?:^|\s)ino:(\d+)\s/.exec(rest)?.[1];
  if (inode === undefined) return null;
  return {
    key: `${protocol}${local.family === 6 ? '6' : ''}:${inode}`,
    protocol,
    ...local,
    // ss leaves out the user of root's sockets.
    uid: Number(/(?:^|\s)uid:(\d+)\s/.exec(rest)?.[1] ?? 0),
    owners,
    ownersHidden: owners.length === 0,
  };
}

const ownersStart = 'users:(';

/** Names are printed without any quoting, so an owner ends where `",pid=1,fd=2)` does. */
function takeOwners(text: string): { owners: SocketOwner[]; rest: string } {
  if (!text.startsWith(ownersStart)) return { owners: [], rest: text };
  const owner = /\("(.*?)",pid=(\d+),fd=\d+\),?/y;
  owner.lastIndex = ownersStart.length;
  const owners = new Map<number, SocketOwner>();
  let end = ownersStart.length;
  for (let match = owner.exec(text); match !== null; match = owner.exec(text)) {
    const pid = Number(match[2]);
    owners.set(pid, { pid, startTime: null, name: wholeName(match[1] ?? '') });
    end = owner.lastIndex;
  }
  return { owners: [...owners.values()], rest: text.slice(end) };
}

/** ss cuts a name at its first closing parenthesis and the kernel may cut a character: such names are not told. */
function wholeName(name: string): string | null {
  return name.includes('(') || name.includes('\ufffd') ? null : name;
}
