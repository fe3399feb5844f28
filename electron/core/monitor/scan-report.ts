import type { Listener } from '../../../shared/contract/ports.ts';
import type { Process } from '../../../shared/contract/processes.ts';
import type { SourceStatus } from '../../../shared/contract/snapshot.ts';

/** What a scan found different from the scan before. Plain data: it may cross to another thread. */
export interface ScanDelta {
  /** True when this is everything there is, and what is not in it is gone. */
  readonly full: boolean;
  /** Milliseconds since the epoch. */
  readonly scannedAt: number;
  /** Without labels, which the monitor adds. */
  readonly listeners: readonly Listener[];
  readonly removedListeners: readonly string[];
  readonly processes: readonly Process[];
  readonly removedProcesses: readonly string[];
}

export interface ScanReport {
  /** Null when nothing changed, or when the scan failed. */
  readonly delta: ScanDelta | null;
  readonly source: SourceStatus;
}
