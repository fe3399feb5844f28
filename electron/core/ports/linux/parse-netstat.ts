import type { ListeningSocket } from '../port-source.ts';
import { parseToolAddress } from './parse-tool-address.ts';

/**
 * Reads `netstat -tulnpeW` of net-tools. It names one owner per socket only, and not by the name of the process but by
 * its command line, so the name is left to others.
 */
export function parseNetstat(text: string): ListeningSocket[] {
  return text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => parseLine(line) ?? []);
}

/** `tcp6  0  0 ::1:41737  :::*  LISTEN  0  88829  9/python3`; UDP has no state. */
const row = /^(tcp|udp)(6?)\s+\d+\s+\d+\s+(\S+)\s+\S+:\*\s+(?:LISTEN\s+)?(\d+)\s+(\d+)\s+(?:(\d+)\/|-)/;

function parseLine(line: string): ListeningSocket | null {
  const [, protocol, six, localText = '', uid, inode, pid] = row.exec(line) ?? [];
  const local = parseToolAddress(localText, six === '6' ? 6 : 4);
  if ((protocol !== 'tcp' && protocol !== 'udp') || local === null) return null;
  return {
    key: `${protocol}${six}:${inode}`,
    protocol,
    ...local,
    uid: Number(uid),
    owners: pid === undefined ? [] : [{ pid: Number(pid), startTime: null, name: null }],
    ownersHidden: pid === undefined,
  };
}
