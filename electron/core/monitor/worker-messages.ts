import type { Platform } from '../../../shared/contract/host.ts';
import type { PaceWish } from './pace.ts';
import type { RowPiece } from './report-pieces.ts';
import type { ScanReport } from './scan-report.ts';

/** What the worker is started with. */
export interface WorkerStart {
  readonly platform: Platform;
  /** Start times are counted from here on both threads, or identities would not compare. */
  readonly bootTimeMs: number;
}

export type ToWorker =
  | { readonly type: 'pace'; readonly wish: PaceWish }
  | { readonly type: 'scan'; readonly id: number }
  | { readonly type: 'hurry' }
  | { readonly type: 'stop' };

export type FromWorker =
  /** Rows of the next report. */
  | { readonly type: 'rows'; readonly piece: RowPiece }
  | { readonly type: 'report'; readonly report: ScanReport }
  | { readonly type: 'scanned'; readonly id: number };
