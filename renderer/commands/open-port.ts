import { browserUrl } from '../lib/format-address.ts';
import type { AppState } from '../store/app-store.ts';
import type { Command } from './command.ts';
import { targetRow } from './target-row.ts';
import { whyNoPort } from './why-not.ts';

export const openPort: Command = {
  id: 'open-port',
  area: 'port',
  title: 'Open in a browser tab',
  keys: ['o'],
  enabled: (state, listenerId) => urlOf(state, listenerId) !== null,
  whyNot: (state, listenerId) =>
    targetRow(state, listenerId) ? 'A browser cannot open it.' : whyNoPort(state, listenerId),
  run({ store }, listenerId) {
    const url = urlOf(store.getState(), listenerId);
    if (url) window.open(url, '_blank', 'noopener,noreferrer');
  },
};

function urlOf(state: AppState, listenerId?: string): string | null {
  const row = targetRow(state, listenerId);
  if (!state.connection.host?.capabilities.includes('open-url')) return null;
  if (row?.listener.protocol !== 'tcp') return null;
  return browserUrl(row.listener.address, row.listener.port);
}
