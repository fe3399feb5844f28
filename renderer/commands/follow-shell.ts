import type { Navigate, RunCommand } from '../../shared/contract/navigation.ts';
import type { App } from '../store/app.ts';
import type { AppState } from '../store/app-store.ts';
import { askOrKill } from '../store/ask-or-kill.ts';
import { goTo } from '../store/go-to.ts';
import type { PortRow } from '../store/port-row.ts';
import { revealNumber } from '../store/reveal-number.ts';
import { revealPort } from '../store/reveal-port.ts';
import { rowsOfPort } from '../store/select-inspected.ts';
import { tellNotServed } from '../store/serving-news.ts';
import { mayAct } from './may-act.ts';
import { runNamedCommand } from './run-named-command.ts';

/** Shows and does what the tray, a notification or a native menu asks for. Other events are not its business. */
export function followShell(app: App, event: string, payload: unknown) {
  // The other side validates what it sends.
  if (event === 'navigate') navigate(app, payload as Navigate);
  else if (event === 'run-command') runNamedCommand(app, payload as RunCommand);
}

function navigate(app: App, { place, port, listenerId, ask, message }: Navigate) {
  const { store } = app;
  goTo(store, place);
  if (message !== undefined) tellNotServed(store, message);
  if (listenerId === undefined && port === undefined) return;
  const row = rowMeant(store.getState(), listenerId, port);
  if (!row) {
    if (port !== undefined) revealNumber(store, port);
    return;
  }
  revealPort(store, row.id);
  if (ask === 'kill' && mayAct(store.getState())) {
    // The question stands even where the end would be obvious: whoever clicked saw a menu and no row.
    void askOrKill(app, { rows: [row], force: false, alwaysAsk: true });
  }
}

function rowMeant({ ports }: AppState, listenerId?: string, port?: number): PortRow | null {
  const row = ports.rows.get(listenerId ?? '');
  if (row && !row.closed) return row;
  return port === undefined ? null : (rowsOfPort(ports.rows.values(), port)[0] ?? null);
}
