import { type AppState, patchSlice } from '../store/app-store.ts';
import { shownRows } from '../store/list-items.ts';
import type { Command } from './command.ts';
import { targetRow } from './target-row.ts';
import { whyNoPort } from './why-not.ts';

/** What a right click opens, at the selected row. */
export const showRowMenu: Command = {
  id: 'show-row-menu',
  area: 'move',
  title: 'Show what can be done with the port',
  keys: ['ContextMenu', 'Shift+F10'],
  enabled: (state) => isShown(state),
  whyNot: whyNoPort,
  run({ store }) {
    const row = targetRow(store.getState());
    if (row) patchSlice(store, 'view', { menu: { listenerId: row.id, at: null } });
  },
};

function isShown(state: AppState): boolean {
  const row = targetRow(state);
  return row !== null && shownRows(state).includes(row);
}
