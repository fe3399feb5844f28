import type { AppState } from '../store/app-store.ts';
import type { PortRow } from '../store/port-row.ts';

/** The row a command is about, unless it is closed or not there any more. */
export function targetRow({ ports, view }: AppState, listenerId?: string): PortRow | null {
  const row = ports.rows.get(listenerId ?? view.selectedId ?? '');
  return row && !row.closed ? row : null;
}
