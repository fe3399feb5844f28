import { type AppStore, patchSlice } from './app-store.ts';
import { revealPort } from './reveal-port.ts';
import { rowsOfPort } from './select-inspected.ts';

/** Goes to the port with this number; where nothing listens, the list says so. */
export function revealNumber(store: AppStore, port: number) {
  const [row] = rowsOfPort(store.getState().ports.rows.values(), port);
  if (row) {
    revealPort(store, row.id);
    return;
  }
  const { focusRequests } = store.getState().view;
  patchSlice(store, 'view', {
    place: 'ports',
    search: `:${port}`,
    filter: 'all',
    inspectorOpen: false,
    focusRequests: { ...focusRequests, list: focusRequests.list + 1 },
  });
}
