import type { Protocol } from '../../../../shared/contract/ports.ts';
import type { ListeningSocket, SocketOwner } from '../port-source.ts';
import { parseToolAddress } from './parse-tool-address.ts';

/**
 * Reads `lsof -F pcuLftPnTd0`: every field ends with a NUL, every process and every file with a newline. A line that
 * starts with `p` begins a process, all others are its files. lsof knows only what this user may see, so nothing here
 * is hidden, it is missing.
 */
export function parseLsof(text: string): ListeningSocket[] {
  const sockets = new Map<string, ListeningSocket>();
  let owner: SocketOwner | null = null;
  for (const line of text.split('\n').slice(0, -1)) {
    const fields = fieldsOf(line);
    if (line.startsWith('p')) owner = ownerOf(fields);
    else if (owner !== null) addSocket(sockets, fields, owner);
  }
  return [...sockets.values()];
}

function fieldsOf(line: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const field of line.split('\0')) {
    // Several `T` fields follow each other (state, queues): the first is the one that counts.
    if (field !== '' && !fields.has(field.charAt(0))) fields.set(field.charAt(0), field.slice(1));
  }
  return fields;
}

function ownerOf(fields: ReadonlyMap<string, string>): SocketOwner | null {
  const pid = Number(fields.get('p'));
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const name = fields.get('c');
  return { pid, startTime: null, name: name === undefined ? null : decodeName(name) };
}

function addSocket(
  sockets: Map<string, ListeningSocket>,
  fields: ReadonlyMap<string, string>,
  owner: SocketOwner,
): void {
  const protocol = protocolOf(fields.get('P'));
  const inode = fields.get('d');
  const local = parseToolAddress(fields.get('n') ?? '', fields.get('t') === 'IPv6' ? 6 : 4);
  if (protocol === null || inode === undefined || local === null) return;
  const key = `${protocol}${local.family === 6 ? '6' : ''}:${inode}`;
  const owners = sockets.get(key)?.owners ?? [];
  if (owners.some(({ pid }) => pid === owner.pid)) return;
  sockets.set(key, {
    key,
    protocol,
    ...local,
    uid: null,
    owners: [...owners, owner],
    ownersHidden: false,
  });
}

function protocolOf(text: string | undefined): Protocol | null {
  if (text === 'TCP') return 'tcp';
  return text === 'UDP' ? 'udp' : null;
}

/** Bytes outside ASCII come as `\xc3`; a name that is no UTF-8, or was cut in a character, is not told. */
function decodeName(text: string): string | null {
  const bytes = text.replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const name = Buffer.from(bytes, 'latin1').toString('utf8');
  return name.includes('\ufffd') ? null : name;
}
