import type { AppState } from './app-store.ts';
import { unhiddenRows } from './hidden-rows.ts';
import { isMine } from './is-mine.ts';
import type { PortRow } from './port-row.ts';
import type { PortFilter } from './view-slice.ts';

export type PortCounts = Readonly<Record<PortFilter, number>>;

let last: { rows: ReadonlyMap<string, PortRow>; user: string | null; counts: PortCounts } = {
  rows: new Map(),
  user: null,
  counts: noCounts(),
};

/** How many listeners each filter would show. The same object as long as no number changed. */
export function selectCounts(state: AppState): PortCounts {
  const rows = unhiddenRows(state);
  const user = state.connection.host?.user ?? null;
  if (rows === last.rows && user === last.user) return last.counts;
  const counts = countRows(rows, user);
  const same = Object.entries(counts).every(([filter, count]) => last.counts[filter as PortFilter] === count);
  last = { rows, user, counts: same ? last.counts : counts };
  return last.counts;
}

function noCounts(): Record<PortFilter, number> {
  return { all: 0, 'dev-server': 0, database: 0, mine: 0, network: 0, tcp: 0, udp: 0 };
}

function countRows(rows: ReadonlyMap<string, PortRow>, user: string | null): PortCounts {
  const counts = noCounts();
  for (const row of rows.values()) {
    if (row.closed) continue;
    counts.all += 1;
    counts[row.listener.protocol] += 1;
    if (row.kind !== null) counts[row.kind] += 1;
    if (isMine(row, user)) counts.mine += 1;
    if (row.listener.reach === 'network') counts.network += 1;
  }
  return counts;
}
