import type { Host } from '../../shared/contract/host.ts';
import type { Settings } from '../../shared/contract/settings.ts';

export type ConnectionPhase =
  /** Never yet welcomed. */
  | 'connecting'
  | 'live'
  /** Was live, or could not be reached at all; being tried again. */
  | 'lost'
  /** This page and Berth speak different protocols: only a reload helps. */
  | 'mismatch';

export interface ConnectionSlice {
  readonly phase: ConnectionPhase;
  /** Why it is not live, a sentence. */
  readonly reason: string | null;
  /** When the next attempt starts, in milliseconds of the clock; null while one is under way. */
  readonly retryAt: number | null;
  readonly host: Host | null;
  readonly settings: Settings | null;
}

export const notConnected: ConnectionSlice = {
  phase: 'connecting',
  reason: null,
  retryAt: null,
  host: null,
  settings: null,
};
