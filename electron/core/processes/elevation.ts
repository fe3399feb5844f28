import type { ProcessIdentity } from './process-reader.ts';

/** What the elevated script is made of: numbers, and a sentence for the person who is asked. */
export interface ElevatedKill {
  /** In the order in which they are asked to end. */
  readonly processes: readonly ProcessIdentity[];
  /** Names what will end. Shown by the system where it shows such a thing. */
  readonly prompt: string;
  /** Skip the graceful signal. */
  readonly force: boolean;
  /** Milliseconds after the graceful signal until force. */
  readonly graceMs: number;
  /** Milliseconds in which force has to work. */
  readonly forceMs: number;
}

/**
 * What the script did about one process. `gone`: it was not there, or its pid had become somebody else's, and nothing was
 * sent. `asked`, `forced`: ended after that. `alive`: still there after force. `denied`: not even an administrator may.
 */
export type ElevatedState = 'gone' | 'asked' | 'forced' | 'alive' | 'denied';

/** Why the script did not run. `unanswered`: nobody said anything. `no-window`: the system had no screen to ask on. */
export type ElevationRefusal = 'cancelled' | 'unanswered' | 'not-allowed' | 'no-window' | 'failed';

export type ElevatedReport =
  /** By pid. A process that is missing was not told of. */
  | { readonly kind: 'ran'; readonly states: ReadonlyMap<number, ElevatedState> }
  | { readonly kind: 'refused'; readonly refusal: ElevationRefusal; readonly detail: string | null };

/** The system's own way to let an administrator agree to one action. Berth itself gets no rights and sees no password. */
export interface Elevation {
  /** More do not fit into one action. */
  readonly mostProcesses: number;
  /** Names of what is sent, as they are shown to a person. */
  readonly signals: {
    readonly ask: string;
    readonly force: string;
    /** False where what cannot be asked, as a program without a window, is forced at once. */
    readonly alwaysAsks: boolean;
  };
  /** Asks the person, and ends the processes if they agree. What is under way then is not called back by `signal`. */
  end(kill: ElevatedKill, signal: AbortSignal | undefined): Promise<ElevatedReport>;
}

/** A person may have to find somebody who knows a password. */
export const promptTimeoutMs = 300_000;
