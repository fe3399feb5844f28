import type { AppState } from './app-store.ts';
import type { PortRow } from './port-row.ts';

/** The selected row; once it is gone, what was last known of it. */
export function selectInspectedRow({ ports, view }: AppState): PortRow | null {
  if (view.selectedId === null) return null;
  const row = ports.rows.get(view.selectedId);
  if (row) return row;
  return ports.departed?.id === view.selectedId ? ports.departed : null;
}

/** Every listener with the same number, whatever its address and protocol, in the order of addresses. */
export function rowsOfPort(rows: Iterable<PortRow>, port: number): readonly PortRow[] {
  return [...rows].filter((row) => row.listener.port === port && !row.closed).sort(byAddress);
}

/** Other listeners that one of these owners holds as well. */
export function otherRowsOfOwners(rows: Iterable<PortRow>, row: PortRow): readonly PortRow[] {
  const keys = new Set(row.listener.owners);
  return [...rows]
    .filter((other) => !other.closed && other.listener.port !== row.listener.port)
    .filter((other) => other.listener.owners.some((key) => keys.has(key)))
    .sort((one, next) => one.listener.port - next.listener.port || byAddress(one, next));
}

function byAddress({ listener: one }: PortRow, { listener: other }: PortRow): number {
  return (
    one.protocol.localeCompare(other.protocol) ||
    one.family - other.family ||
    one.address.localeCompare(other.address)
  );
}
