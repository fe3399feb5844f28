import type { Process } from '../../shared/contract/processes.ts';
import type { PortRow } from './port-row.ts';
import { otherRowsOfOwners } from './select-inspected.ts';

/** What a kill would end, as far as the list tells. */
export interface KillPlan {
  readonly listenerId: string;
  readonly port: number;
  readonly processes: readonly Process[];
  /** Numbers of the other ports that close with it, ascending. */
  readonly otherPorts: readonly number[];
  readonly force: boolean;
}

export function planKill(row: PortRow, rows: Iterable<PortRow>, force: boolean): KillPlan {
  const others = otherRowsOfOwners(rows, row).map((other) => other.listener.port);
  return {
    listenerId: row.id,
    port: row.listener.port,
    processes: row.owners,
    otherPorts: [...new Set(others)],
    force,
  };
}

/** True when more ends than the row says by itself. */
export function needsAsking({ processes, otherPorts }: KillPlan): boolean {
  return processes.length > 1 || otherPorts.length > 0;
}
