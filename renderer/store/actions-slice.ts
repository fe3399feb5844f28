import type { KillProgress } from '../../shared/contract/kill-plan.ts';
import type { UndoOffer } from './undo-offer.ts';

export type ActionKind = 'plan' | 'kill' | 'restart' | 'stop-supervisor';

/** What is shown under the sentence about an action that did not do what was wanted. */
export interface ActionDetail {
  /** Signals in the order sent, how long it was waited. */
  readonly sent: string | null;
  readonly exit: string | null;
  readonly lines: readonly string[];
  /** Stops what started it again. */
  readonly supervisorCommand: readonly string[] | null;
  readonly supervisor: string | null;
}

export interface ActingState {
  readonly phase: 'acting';
  readonly kind: ActionKind;
  /** Milliseconds of the clock. */
  readonly since: number;
  readonly force: boolean;
  /** Names a kill, to steer it and to know its progress by. */
  readonly runId: string | null;
  readonly progress: (KillProgress & { readonly at: number }) | null;
  /** Calls off the waiting; the signals already sent stay sent. */
  readonly abort: AbortController;
}

export interface SettledState {
  /** `done`: the port is as it was wanted. */
  readonly phase: 'done' | 'failed';
  readonly kind: ActionKind;
  readonly at: number;
  readonly message: string;
  readonly detail: ActionDetail | null;
}

/** What is being done to one row, or what became of it. */
export type RowAction = ActingState | SettledState;

/** A sentence for the live region. The number makes the same sentence twice two announcements. */
export interface Announcement {
  readonly number: number;
  readonly text: string;
}

export interface ActionsSlice {
  /** By listener id. */
  readonly rows: ReadonlyMap<string, RowAction>;
  /** Kills that can be taken back, by run, and what became of those that were. Oldest first. */
  readonly undos: ReadonlyMap<string, UndoOffer>;
  /** Address that was copied a moment ago, for the button to say so. */
  readonly copied: string | null;
  readonly announcement: Announcement;
}

export const noActions: ActionsSlice = {
  rows: new Map(),
  undos: new Map(),
  copied: null,
  announcement: { number: 0, text: '' },
};
