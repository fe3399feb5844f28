import type { AppState, AppStore } from '../store/app-store.ts';
import { shownRows } from '../store/list-items.ts';
import { clearPicks, pickAll, pickedRows, pickTo } from '../store/pick-rows.ts';
import type { Command } from './command.ts';

export const pickNext = picker('pick-next', 'Select the next port too', 'Shift+ArrowDown', 1);
export const pickPrevious = picker('pick-previous', 'Select the previous port too', 'Shift+ArrowUp', -1);

export const pickEverything: Command = {
  id: 'pick-all',
  area: 'list',
  title: 'Select every port in the list',
  keys: ['Mod+a'],
  enabled: hasRows,
  whyNot: () => 'The list is empty.',
  run: ({ store }) => pickAll(store),
};

export const clearPicked: Command = {
  id: 'clear-picked',
  area: 'list',
  title: 'Clear the selection',
  keys: [],
  enabled: (state) => pickedRows(state).length > 0,
  whyNot: () => 'Nothing is selected.',
  run: ({ store }) => clearPicks(store),
};

function picker(id: string, title: string, key: string, step: 1 | -1): Command {
  return {
    id,
    area: 'move',
    title,
    keys: [key],
    enabled: hasRows,
    run: ({ store }) => pickBeside(store, step),
  };
}

function hasRows(state: AppState): boolean {
  return shownRows(state).length > 0;
}

function pickBeside(store: AppStore, step: 1 | -1) {
  const state = store.getState();
  const rows = shownRows(state);
  const at = rows.findIndex(({ id }) => id === state.view.selectedId);
  const next = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  if (next) pickTo(store, next.id);
}
