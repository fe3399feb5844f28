import type { Place } from '../../shared/contract/navigation.ts';
import { goTo } from '../store/go-to.ts';
import type { Command } from './command.ts';

export const goToPorts = goer('ports', 'Go to Ports', ['1']);
export const goToFolders = goer('folders', 'Go to Folders', ['2']);
export const goToDoctor = goer('doctor', 'Go to Doctor', ['3']);
export const goToHistory = goer('history', 'Go to History', ['4']);
export const goToSettings = goer('settings', 'Go to Settings', ['5', 'Mod+,']);

/** One for each place, in the order of the navigation. */
export const placeCommands: readonly Command[] = [
  goToPorts,
  goToFolders,
  goToDoctor,
  goToHistory,
  goToSettings,
];

function goer(place: Place, title: string, keys: readonly string[]): Command {
  return {
    id: `go-to-${place}`,
    area: 'app',
    title,
    keys,
    enabled: ({ view }) => view.place !== place,
    whyNot: () => 'You are there.',
    run: ({ store }) => goTo(store, place),
  };
}
