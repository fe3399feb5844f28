import type { Navigate } from '../../shared/contract/navigation.ts';
import { announce } from './announce.ts';
import type { App } from './app.ts';
import { patchSlice } from './app-store.ts';
import { askOrKill } from './ask-or-kill.ts';
import type { PortRow } from './port-row.ts';
import { revealPort } from './reveal-port.ts';

/** Shows what the tray, a notification or a menu of the shell points at. */
export function followNavigation(app: App, { place, port, listenerId, ask, message }: Navigate): void {
  const { store } = app;
  patchSlice(store, 'view', { place });
  const row = findRow(store.getState().ports.rows, listenerId, port);
  if (row) {
    revealPort(store, row.id);
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
