import { type AppState, patchSlice } from '../store/app-store.ts';
import { clearPicks } from '../store/pick-rows.ts';
import type { PortRow } from '../store/port-row.ts';
import { selectVisibleRows } from '../store/select-rows.ts';
import type { Command } from './command.ts';
import { targetRow } from './target-row.ts';

export const inspectPort: Command = {
  id: 'inspect-port',
  area: 'port',
  title: 'Show everything about the port',
  keys: ['Enter'],
  whileSearching: true,
  enabled: (state, listenerId) => rowToInspect(state, listenerId) !== null,
  run({ store }, listenerId) {
    const row = rowToInspect(store.getState(), listenerId);
    if (!row) return;
    clearPicks(store);
    patchSlice(store, 'view', { selectedId: row.id, inspectorOpen: true });
  },
};

/** The row that is meant, else the selected one if it is in the list, else the first that was found. */
function rowToInspect(state: AppState, listenerId?: string): PortRow | null {
  const row = targetRow(state, listenerId);
  if (row && listenerId !== undefined) return row;
  const visible = selectVisibleRows(state);
  return row && visible.includes(row) ? row : (visible.find(({ closed }) => !closed) ?? null);
}
