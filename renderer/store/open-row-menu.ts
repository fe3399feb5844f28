import { type AppStore, patchSlice } from './app-store.ts';
import { clearPicks } from './pick-rows.ts';
import type { MenuPlace } from './view-slice.ts';

/** Opens the menu of a row. A row that is not among the picked ones is meant alone. */
export function openRowMenu(store: AppStore, listenerId: string, at: MenuPlace) {
  if (!store.getState().view.picked.has(listenerId)) clearPicks(store);
  patchSlice(store, 'view', { selectedId: listenerId, menu: { listenerId, at } });
}
