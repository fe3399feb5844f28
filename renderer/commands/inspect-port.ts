import { patchSlice } from '../store/app-store.ts';
import type { Command } from './command.ts';
import { targetRow } from './target-row.ts';

export const inspectPort: Command = {
  id: 'inspect-port',
  title: 'Show everything about the port',
  keys: ['Enter'],
  whileSearching: true,
  enabled: (state, listenerId) => targetRow(state, listenerId) !== null,
  run({ store }, listenerId) {
    const row = targetRow(store.getState(), listenerId);
    if (row) patchSlice(store, 'view', { selectedId: row.id, inspectorOpen: true });
  },
};
