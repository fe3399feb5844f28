import type { Place } from '../../../shared/contract/navigation.ts';
import type { Command } from '../../commands/command.ts';
import { goToDoctor, goToFolders, goToHistory, goToPorts } from '../../commands/go-to-place.ts';

export interface NamedPlace {
  readonly id: Place;
  readonly title: string;
  readonly command: Command;
}

/** What the navigation shows. Settings have a button of their own. */
export const places: readonly NamedPlace[] = [
  { id: 'ports', title: 'Ports', command: goToPorts },
  { id: 'folders', title: 'Folders', command: goToFolders },
  { id: 'doctor', title: 'Doctor', command: goToDoctor },
  { id: 'history', title: 'History', command: goToHistory },
];
