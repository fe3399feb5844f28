import { isIPv4 } from 'node:net';
import type { Family, Protocol } from '../../../../shared/contract/ports.ts';
import { completeLines } from '../../lib/complete-lines.ts';
import { parseAddress } from './parse-address.ts';

/** One listening socket as `netstat -anvlW` prints it. */
export interface NetstatRow {
  readonly protocol: Protocol;
  readonly family: Family;
  readonly address: string;
  readonly port: number;
  /** The process that used the socket last; there may be more. Null where it is 0 (the kernel) or not printed. */
  readonly pid: number | null;
  /** Cut to 16 characters by netstat. Null in layouts that print no name. */
  readonly name: string | null;
  /** The kernel's number of this socket (gencnt); null in layouts without it. */
  readonly generation: string | null;
}

export interface NetstatTable {
  readonly rows: readonly NetstatRow[];
  /** False when no header named a column with the pid: not the output that was asked for. */
  readonly hasPids: boolean;
}

/** Names of the columns right of the state, as the last header said. */
type Layout = readonly string[];

interface Owner {
  readonly pid: number;
  readonly name: string | null;
}

const rowPattern = /^(tcp|udp)(4|6|46) +\d+ +\d+ +(\S+) +(\S+) +(.*)$/;
// A name holds spaces, colons and parentheses; the state and option flags in hex behind it make the end certain.
const namedPattern = /^(?:\d+ +){4}(.*):(\d+) +[0-9a-f]{5,8} +[0-9a-f]{8}(?: |$)/;
const numberedPattern = /^(?:\d+ +){2,4}?(\d+) +\d+ +(?:0x)?[0-9a-f]{4,8} +(?:0x)?[0-9a-f]{8}(?: |$)/;
const generationPattern = / ([0-9a-f]{16})(?: |$)/;

/**
 * Reads the layouts of all releases: `pid epid` (to macOS 12), with `gencnt` behind it (13, 14), with byte counters
 * before it (15), `process:pid` in its place (26).
 */
export function parseNetstat(text: string): NetstatTable {
  const rows: NetstatRow[] = [];
  let layout: Layout | null = null;
  let hasPids = false;
  for (const line of completeLines(text)) {
    if (line.startsWith('Proto ')) {
      layout = readHeader(line);
      hasPids ||= layout.includes('pid') || layout.includes('process:pid');
    } else {
      const row = readRow(line, layout);
      if (row) rows.push(row);
    }
  }
  return { rows, hasPids };
}

function readHeader(line: string): Layout {
  const afterState = line.slice(line.indexOf('(state)') + '(state)'.length);
  return afterState.trim().split(/ +/);
}

function readRow(line: string, layout: Layout | null): NetstatRow | null {
  const match = rowPattern.exec(line);
  if (!match) return null;
  const [, protocol, version, local = '', foreign = '', rest = ''] = match;
  const tail = readTail(protocol as Protocol, foreign, rest);
  if (tail === null) return null;
  const dot = local.lastIndexOf('.');
  const host = local.slice(0, dot);
  // A dual-stack socket (46) that is bound to an IPv4 address accepts nothing else.
  const family: Family = version === '4' || isIPv4(host) ? 4 : 6;
  const place = parseAddress(host, local.slice(dot + 1), family);
  if (place === null) return null;
  const owner = readOwner(tail, layout);
  return {
    protocol: protocol as Protocol,
    family,
    ...place,
    pid: owner && owner.pid > 0 ? owner.pid : null,
    name: owner?.name ?? null,
    generation: generationPattern.exec(tail)?.[1] ?? null,
  };
}

/** What stands right of the state, or null when the socket does not accept. UDP has no state. */
function readTail(protocol: Protocol, foreign: string, rest: string): string | null {
  if (foreign !== '*.*') return null;
  if (protocol === 'udp') return rest;
  return rest.startsWith('LISTEN ') ? rest.slice('LISTEN '.length).trimStart() : null;
}

/** By the header; where none was seen, or the row is not what it promised, by the shape of the row. */
function readOwner(tail: string, layout: Layout | null): Owner | null {
  const column = layout?.indexOf('pid') ?? -1;
  const pid = column < 0 ? undefined : tail.split(/ +/)[column];
  if (pid !== undefined && /^\d+$/.test(pid)) return { pid: Number(pid), name: null };
  const named = namedPattern.exec(tail);
  if (named) return { pid: Number(named[2]), name: named[1] || null };
  const numbered = layout === null ? numberedPattern.exec(tail) : null;
  return numbered ? { pid: Number(numbered[1]), name: null } : null;
}
