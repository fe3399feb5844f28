import type { History, HistoryRequest } from '../../../shared/contract/history.ts';
import type { Outcome } from '../../../shared/rpc/failure.ts';

/** What held which port, from when to when, over restarts of Berth. */
export interface HistoryKeeper {
  read(request: HistoryRequest): Promise<History>;
  clear(): Promise<Outcome<Record<string, never>>>;
  close(): Promise<void>;
}
