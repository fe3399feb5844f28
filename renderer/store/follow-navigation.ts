import type { Navigate } from '../../shared/contract/navigation.ts';
import { announce } from './announce.ts';
import type { App } from './app.ts';
import { patchSlice } from './app-store.ts';
import { askOrKill } from './ask-or-kill.ts';
import { clearPicks } from './pick-rows.ts';
import type { PortRow } from './port-row.ts';

/** Shows what the tray, a notification or a menu of the shell points at. */
export function followNavigation(app: App, { place, port, listenerId, ask, message }: Navigate): void {
  const { store } = app;
  patchSlice(store, 'view', { place });
  const row = findRow(store.getState().ports.rows, listenerId, port);
  if (row) {
    clearPicks(store);
    // A search or filter that hides the row would hide what was asked for.
    patchSlice(store, 'view', { selectedId: row.id, inspectorOpen: true, search: '', filter: 'all' });
    if (ask === 'kill') void askOrKill(app, { rows: [row], force: false });
  }
  if (message !== undefined) announce(store, message);
}

function findRow(
  rows: ReadonlyMap<string, PortRow>,
  listenerId: string | undefined,
  port: number | undefined,
): PortRow | null {
  const row = rows.get(listenerId ?? '') ?? [...rows.values()].find(({ listener }) => listener.port === port);
  return row && !row.closed ? row : null;
}
