import type { ListeningSocket, SocketOwner } from '../port-source.ts';
import type { LsofSocket } from './parse-lsof.ts';
import type { NetstatRow } from './parse-netstat.ts';

/** Everybody who holds one socket, as lsof told. */
export interface Holders {
  readonly uid: number | null;
  readonly owners: readonly SocketOwner[];
}

export interface KeyedRow extends NetstatRow {
  readonly key: string;
}

/** netstat cuts names to this length, so a name as long as this may be the beginning of another. */
const cutNameLength = 16;

interface Place {
  readonly protocol: string;
  readonly family: number;
  readonly address: string;
  readonly port: number;
}

export function placeKey({ protocol, family, address, port }: Place): string {
  return `${protocol}${family}:${address}:${port}`;
}

/** netstat names the interface of a link-local address, lsof numbers it. */
function unscopedKey(place: Place): string {
  return placeKey({ ...place, address: place.address.replace(/%.*$/, '') });
}

/** Gives each row the key of its socket. Sockets that netstat does not number are counted per address. */
export function addKeys(rows: readonly NetstatRow[]): readonly KeyedRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const name = `${placeKey(row)}:${row.generation ?? ''}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return { ...row, key: count === 0 ? name : `${name}#${count}` };
  });
}

/** Who holds which row. A row whose process lsof did not list (another user's) has no entry. */
export function matchHolders(
  rows: readonly KeyedRow[],
  found: readonly LsofSocket[],
): ReadonlyMap<string, Holders> {
  const byPlace = groupBy(found, unscopedKey);
  const matched = new Map<string, Holders>();
  for (const [place, group] of groupBy(rows, unscopedKey)) {
    const sockets = groupBySocket(byPlace.get(place) ?? []);
    // Rows with a pid choose first; one without takes what is left.
    for (const row of [...group].sort((a, b) => Number(a.pid === null) - Number(b.pid === null))) {
      const at = sockets.findIndex((socket) => row.pid === null || socket.some(({ pid }) => pid === row.pid));
      if (at >= 0) matched.set(row.key, toHolders(sockets.splice(at, 1)[0] ?? []));
    }
  }
  return matched;
}

/** Descriptors of one socket belong together; without a handle each process has its own. */
function groupBySocket(found: readonly LsofSocket[]): (readonly LsofSocket[])[] {
  return [...groupBy(found, (socket) => socket.device ?? `pid ${socket.pid}`).values()];
}

export function toHolders(sockets: readonly LsofSocket[]): Holders {
  const byPid = new Map(sockets.map((socket) => [socket.pid, socket]));
  return {
    uid: sockets[0]?.uid ?? null,
    owners: [...byPid.values()].map(({ pid, name }) => ({ pid, startTime: null, name })),
  };
}

export function toSocket(row: KeyedRow, holders: Holders | undefined): ListeningSocket {
  const owners = holders?.owners ?? ownersOf(row);
  return {
    key: row.key,
    protocol: row.protocol,
    family: row.family,
    address: row.address,
    port: row.port,
    uid: holders?.uid ?? null,
    owners,
    ownersHidden: owners.length === 0,
  };
}

function ownersOf(row: NetstatRow): readonly SocketOwner[] {
  if (row.pid === null) return [];
  const isWhole = row.name !== null && row.name.length < cutNameLength;
  return [{ pid: row.pid, startTime: null, name: isWhole ? row.name : null }];
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
