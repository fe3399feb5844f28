import type { AppState } from '../store/app-store.ts';
import { holdsPort } from '../store/kill-question.ts';
import { targetRow } from './target-row.ts';

/** Why nothing can be done with a port: there is none. */
export function whyNoPort(state: AppState, listenerId?: string): string {
  const id = listenerId ?? state.view.selectedId;
  return id !== null && state.ports.rows.get(id)?.closed ? 'The port is closed.' : 'Select a port first.';
}

/** Why nothing can be ended: no port, nobody seen, nobody to ask, or something under way. */
export function whyNoAction(state: AppState, listenerId?: string): string {
  const row = targetRow(state, listenerId);
  if (row === null) return whyNoPort(state, listenerId);
  const offline = whyOffline(state);
  if (offline) return offline;
  if (!state.connection.host?.capabilities.includes('kill')) return 'This Berth shows ports and ends none.';
  if (!holdsPort(row)) return 'Who holds it cannot be seen.';
  return 'Something is being done to it already.';
}

/** Why Berth cannot be asked, or null when it can. */
export function whyOffline({ connection: { phase } }: AppState): string | null {
  if (phase === 'live') return null;
  return phase === 'connecting' ? 'Berth is not connected yet.' : 'The connection to Berth is lost.';
}
