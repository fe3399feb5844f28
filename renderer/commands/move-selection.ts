import { type AppState, type AppStore, patchSlice } from '../store/app-store.ts';
import { groupIdOf, isGroupHead, type ListItem, selectListItems } from '../store/list-items.ts';
import { clearPicks } from '../store/pick-rows.ts';
import { compareRows } from '../store/sort-rows.ts';
import type { Command } from './command.ts';

/** About a screenful of rows. */
const page = 15;

export const selectNext = mover(
  'select-next',
  'Next port',
  ['ArrowDown', 'j'],
  (at) => Math.floor(at) + 1,
  true,
);
export const selectPrevious = mover(
  'select-previous',
  'Previous port',
  ['ArrowUp', 'k'],
  (at) => Math.ceil(at) - 1,
  true,
);
export const selectPageDown = mover(
  'select-page-down',
  'A page down',
  ['PageDown'],
  (at) => Math.floor(at) + page,
);
export const selectPageUp = mover('select-page-up', 'A page up', ['PageUp'], (at) => Math.ceil(at) - page);
export const selectFirst = mover('select-first', 'First port', ['Home'], () => 0);
export const selectLast = mover('select-last', 'Last port', ['End'], () => Number.MAX_SAFE_INTEGER);

function mover(
  id: string,
  title: string,
  keys: readonly string[],
  next: (at: number) => number,
  whileSearching = false,
): Command {
  return {
    id,
    area: 'move',
    title,
    keys,
    whileSearching,
    enabled: (state) => selectListItems(state).length > 0,
    run: ({ store }) => select(store, next),
  };
}

function select(store: AppStore, next: (at: number) => number) {
  const state = store.getState();
  const items = selectListItems(state);
  const item = items[Math.min(items.length - 1, Math.max(0, next(placeOfSelected(state, items))))];
  if (!item) return;
  clearPicks(store);
  patchSlice(store, 'view', { selectedId: item.id });
}

/** Index of what is selected; of a row that has left the list, the place between the two where it stood. */
function placeOfSelected({ ports, view }: AppState, items: readonly ListItem[]): number {
  if (view.selectedId === null) return -1;
  const index = items.findIndex((item) => item.id === view.selectedId);
  if (index !== -1) return index;
  const gone = ports.rows.get(view.selectedId) ?? ports.departed;
  if (gone?.id !== view.selectedId) return -1;
  const compare = compareRows(view.sort);
  const groupId = groupIdOf(gone, view.grouping);
  const from = view.grouping === 'none' ? 0 : items.findIndex((item) => item.id === groupId) + 1;
  const after = items.findIndex((item, at) => at >= from && (isGroupHead(item) || compare(item, gone) > 0));
  return (after === -1 ? items.length : after) - 0.5;
}
