import type { Snapshot } from '../../../shared/contract/snapshot.ts';
import type { UndoOffer } from './undo-offer.ts';

export interface ServedFolderFact {
  readonly id: string;
  readonly path: string;
  readonly port: number;
  /** Where a browser on this machine finds it. */
  readonly url: string;
}

/** Everything that the tray shows. */
export interface TrayFacts {
  readonly snapshot: Snapshot;
  readonly servedFolders: readonly ServedFolderFact[];
  readonly watchedPorts: readonly number[];
  /** By the person, not by the system's sleep. */
  readonly isPaused: boolean;
  readonly undo: UndoOffer | null;
  /** Ids of what the page can be told to do. */
  readonly commands: ReadonlySet<string>;
}
