import type { ServedFolder } from '../../../shared/contract/folders.ts';
import type { Snapshot } from '../../../shared/contract/snapshot.ts';
import type { UpdateState } from '../updates/update-state.ts';
import type { UndoOffer } from './undo-offer.ts';

/** Everything that the tray shows. */
export interface TrayFacts {
  readonly snapshot: Snapshot;
  readonly folders: readonly ServedFolder[];
  readonly watchedPorts: readonly number[];
  /** By the person, not by the system's sleep. */
  readonly isPaused: boolean;
  readonly undo: UndoOffer | null;
  readonly update: UpdateState;
}
