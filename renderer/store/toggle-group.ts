import { type AppStore, patchSlice } from './app-store.ts';
import { groupIdOf } from './list-items.ts';

/** Collapses or expands a group. A selected row in it leaves the selection to the head of the group. */
export function setGroupCollapsed(store: AppStore, groupId: string, collapse: boolean) {
  const { ports, view } = store.getState();
  const collapsed = new Set(view.collapsed);
  if (collapse) collapsed.add(groupId);
  else collapsed.delete(groupId);
  const selected = ports.rows.get(view.selectedId ?? '');
  const inside = selected !== undefined && groupIdOf(selected, view.grouping) === groupId;
  patchSlice(store, 'view', { collapsed, selectedId: collapse && inside ? groupId : view.selectedId });
}
