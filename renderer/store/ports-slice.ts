import type { Listener } from '../../shared/contract/ports.ts';
import type { Process } from '../../shared/contract/processes.ts';
import type { SourceStatus } from '../../shared/contract/snapshot.ts';
import type { PortRow } from './port-row.ts';

/** What happened to a row a moment ago. */
export type RowMark = 'opened' | 'changed-owner';

/** Facts that came over the pipe, and the rows made of them. Written by `apply-events.ts` alone. */
export interface PortsSlice {
  /** False until the first snapshot. */
  readonly loaded: boolean;
  readonly scannedAt: string | null;
  readonly source: SourceStatus | null;
  readonly listeners: ReadonlyMap<string, Listener>;
  readonly processes: ReadonlyMap<string, Process>;
  /** Every listener, and for a moment those that closed. */
  readonly rows: ReadonlyMap<string, PortRow>;
  readonly marks: ReadonlyMap<string, RowMark>;
  /** The selected row as it was last, once it is gone. */
  readonly departed: PortRow | null;
}

export const noPorts: PortsSlice = {
  loaded: false,
  scannedAt: null,
  source: null,
  listeners: new Map(),
  processes: new Map(),
  rows: new Map(),
  marks: new Map(),
  departed: null,
};
