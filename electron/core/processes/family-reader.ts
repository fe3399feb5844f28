import type { ProcessIdentity } from './process-reader.ts';

/** A process with its place among the others. */
export interface Relative extends ProcessIdentity {
  readonly name: string;
  readonly parentPid: number;
  /** Process group; null where the system has none. */
  readonly group: number | null;
  /** Null where the system does not tell it. */
  readonly session: number | null;
  readonly leadsSession: boolean;
  /** The terminal that controls it, in any form that is equal for one terminal; null without one. */
  readonly terminal: string | null;
}

/** Reads how all processes are related, now. */
export interface FamilyReader {
  list(): Promise<readonly Relative[]>;
}
