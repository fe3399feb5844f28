import { type AppStore, patchSlice } from './app-store.ts';
import { hiddenBy } from './hidden-rows.ts';
import { groupIdOf } from './list-items.ts';
import { clearPicks } from './pick-rows.ts';
import { selectVisibleRows } from './select-rows.ts';

/** Goes to a port wherever the person is: takes away what would hide its row, selects it and shows all about it. */
export function revealPort(store: AppStore, listenerId: string) {
  const state = store.getState();
  const row = state.ports.rows.get(listenerId);
  if (!row) return;
  clearPicks(store);
  const { view } = state;
  const hides = hiddenBy(state.connection.settings);
  const hidden = !selectVisibleRows(state).some(({ id }) => id === listenerId);
  const collapsed = new Set(view.collapsed);
  collapsed.delete(groupIdOf(row, view.grouping));
  patchSlice(store, 'view', {
    place: 'ports',
    selectedId: listenerId,
    inspectorOpen: true,
    collapsed,
    showHidden: view.showHidden || (hides?.(row) ?? false),
    ...(hidden && { search: '', filter: 'all' as const }),
    focusRequests: { ...view.focusRequests, list: view.focusRequests.list + 1 },
  });
}
