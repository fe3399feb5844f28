import { type AppState, patchSlice } from '../store/app-store.ts';
import { type GroupHead, selectedGroup, shownRows } from '../store/list-items.ts';
import { clearPicks } from '../store/pick-rows.ts';
import type { PortRow } from '../store/port-row.ts';
import { setGroupCollapsed } from '../store/toggle-group.ts';
import type { Command } from './command.ts';
import { targetRow } from './target-row.ts';
import { whyNoPort } from './why-not.ts';

export const inspectPort: Command = {
  id: 'inspect-port',
  area: 'port',
  title: 'Show everything about the port',
  keys: ['Enter'],
  whileSearching: true,
  enabled: (state, listenerId) =>
    groupToToggle(state, listenerId) !== null || rowToInspect(state, listenerId) !== null,
  whyNot: whyNoPort,
  run({ store }, listenerId) {
    const group = groupToToggle(store.getState(), listenerId);
    if (group?.collapsed === true || group?.collapsed === false) {
      setGroupCollapsed(store, group.id, !group.collapsed);
      return;
    }
    const row = rowToInspect(store.getState(), listenerId);
    if (!row) return;
    clearPicks(store);
    patchSlice(store, 'view', { selectedId: row.id, inspectorOpen: true });
  },
};

/** Enter on the head of a group opens or closes that. */
function groupToToggle(state: AppState, listenerId?: string): GroupHead | null {
  return listenerId === undefined ? selectedGroup(state) : null;
}

/** The row that is meant, else the selected one if it is in the list, else the first that was found. */
function rowToInspect(state: AppState, listenerId?: string): PortRow | null {
  const row = targetRow(state, listenerId);
  if (row && listenerId !== undefined) return row;
  const visible = shownRows(state);
  return row && visible.includes(row) ? row : (visible.find(({ closed }) => !closed) ?? null);
}
