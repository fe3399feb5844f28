import type { KillResult } from '../../shared/contract/kill.ts';

/** What became of the kill of one row. */
export type KillState =
  | {
      readonly phase: 'acting';
      /** Milliseconds of the clock. */
      readonly since: number;
      readonly force: boolean;
      /** Calls off the waiting; the signals already sent stay sent. */
      readonly abort: AbortController;
    }
  /** The port can be bound again. */
  | { readonly phase: 'freed'; readonly at: number; readonly message: string }
  /** It cannot; `result` is null when the request itself failed. */
  | {
      readonly phase: 'failed';
      readonly at: number;
      readonly message: string;
      readonly result: KillResult | null;
    };

/** A sentence for the live region. The number makes the same sentence twice two announcements. */
export interface Announcement {
  readonly number: number;
  readonly text: string;
}

export interface ActionsSlice {
  /** By listener id. */
  readonly kills: ReadonlyMap<string, KillState>;
  /** Address that was copied a moment ago, for the button to say so. */
  readonly copied: string | null;
  readonly announcement: Announcement;
}

export const noActions: ActionsSlice = {
  kills: new Map(),
  copied: null,
  announcement: { number: 0, text: '' },
};
