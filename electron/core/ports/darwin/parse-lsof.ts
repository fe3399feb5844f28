import type { Family, Protocol } from '../../../../shared/contract/ports.ts';
import { completeLines } from '../../lib/complete-lines.ts';
import { unescapeLsof } from '../../lib/unescape-lsof.ts';
import { parseAddress } from './parse-address.ts';

/** One descriptor of one process that is a listening socket. A shared socket appears once for each holder. */
export interface LsofSocket {
  readonly pid: number;
  readonly name: string | null;
  readonly uid: number | null;
  readonly protocol: Protocol;
  readonly family: Family;
  readonly address: string;
  readonly port: number;
  /** The kernel's handle of the socket, the same for everybody who shares it. Null where lsof prints none. */
  readonly device: string | null;
}

/** Fields by their letter, as `lsof -F` prints them. */
type Fields = ReadonlyMap<string, string>;

const protocols: Readonly<Record<string, Protocol>> = { TCP: 'tcp', UDP: 'udp' };
const families: Readonly<Record<string, Family>> = { IPv4: 4, IPv6: 6 };

/** Reads `lsof -F` with fields ended by NUL (`0` among the fields) or by a line break. */
export function parseLsof(text: string): readonly LsofSocket[] {
  const sockets: LsofSocket[] = [];
  let holder: Fields = new Map();
  for (const fields of readSets(text)) {
    if (fields.has('p')) holder = fields;
    const socket = readSocket(holder, fields);
    if (socket) sockets.push(socket);
  }
  return sockets;
}

/** A set begins with `p` (process) or `f` (file). With NUL each set is a line of its own. */
function readSets(text: string): readonly Fields[] {
  const sets: Map<string, string>[] = [];
  for (const line of completeLines(text)) {
    for (const field of line.split('\0')) {
      const letter = field.charAt(0);
      if (letter === '') continue;
      if (letter === 'p' || letter === 'f' || sets.length === 0) sets.push(new Map());
      addField(sets[sets.length - 1], letter, field.slice(1));
    }
  }
  return sets;
}

/** `T` comes several times: `TST=LISTEN`, `TQR=0`. */
function addField(set: Map<string, string> | undefined, letter: string, value: string): void {
  if (letter !== 'T') set?.set(letter, value);
  else if (value.startsWith('ST=')) set?.set('T', value.slice(3));
}

function readSocket(holder: Fields, file: Fields): LsofSocket | null {
  const pid = readNumber(holder.get('p'));
  const protocol = protocols[file.get('P') ?? ''];
  const name = file.get('n') ?? '';
  if (pid === null || protocol === undefined || !isListening(protocol, file)) return null;
  // A connection, `10.0.0.1:80->10.0.0.2:5000`, leaves no address left of its last colon.
  const colon = name.lastIndexOf(':');
  const host = name.slice(0, colon).replace(/^\[(.*)\]$/, '$1');
  // `*` stands for both families and the type tells which; older captures without `t` are told by the colons.
  const family = families[file.get('t') ?? ''] ?? (host.includes(':') ? 6 : 4);
  const place = colon < 0 ? null : parseAddress(host, name.slice(colon + 1), family);
  if (place === null) return null;
  const command = holder.get('c');
  return {
    pid,
    name: command === undefined ? null : unescapeLsof(command),
    uid: readNumber(holder.get('u')),
    protocol,
    family,
    ...place,
    device: readDevice(file.get('d')),
  };
}

/** The state is missing where it was not asked for: `-sTCP:LISTEN` has chosen already. */
function isListening(protocol: Protocol, file: Fields): boolean {
  const state = file.get('T');
  return protocol === 'udp' || state === undefined || state === 'LISTEN';
}

/** Kernel addresses may be blanked out. */
function readDevice(text: string | undefined): string | null {
  return text === undefined || /^(?:0x)?0*$/.test(text) ? null : text;
}

function readNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}
