import type { PaceWish } from './pace.ts';
import type { ScanReport } from './scan-report.ts';

/** Where the monitor gets its scans from: this thread or a worker. */
export interface ScanFeed {
  /** Resolves when a scan that began after this call has been reported. */
  scanNow(): Promise<void>;
  /** Scans more often for a moment: something was done to a port. */
  hurry(): void;
  setPace(wish: PaceWish): void;
  close(): Promise<void>;
}

export type OpenScanFeed = (onReport: (report: ScanReport) => void) => ScanFeed;
