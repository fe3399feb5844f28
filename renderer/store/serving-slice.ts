import type { ServedFolder, ServeResult } from '../../shared/contract/folders.ts';

export type ServeProblem = Omit<Extract<ServeResult, { outcome: 'refused' }>, 'outcome'>;

/** A folder that waits for its path, for a yes, or for another choice. */
export interface ServeQuestion {
  readonly number: number;
  readonly path: string;
  /** The port that is wanted; null for the usual ones. */
  readonly port: number | null;
  /** What should be known before typing, a sentence. */
  readonly note: string | null;
  /** Why it was not served. */
  readonly problem: ServeProblem | null;
}

/** What has just come to be served, or could not be. */
export interface ServingNews {
  readonly number: number;
  readonly folders: readonly ServedFolder[];
  /** True when the addresses are on the clipboard. */
  readonly copied: boolean;
  /** Set when something went wrong instead. */
  readonly failure: string | null;
}

/** The way from a folder to its address. */
export interface ServingSlice {
  /** The first one is on the screen. */
  readonly questions: readonly ServeQuestion[];
  /** True until the window of the last question has left the screen. */
  readonly dialogShows: boolean;
  readonly busy: boolean;
  readonly news: readonly ServingNews[];
}

export const noServing: ServingSlice = { questions: [], dialogShows: false, busy: false, news: [] };
