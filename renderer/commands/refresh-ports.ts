import { announce } from '../store/announce.ts';
import type { App } from '../store/app.ts';
import type { Command } from './command.ts';
import { whyOffline } from './why-not.ts';

export const refreshPorts: Command = {
  id: 'refresh-ports',
  area: 'app',
  title: 'Read the ports now',
  keys: [],
  enabled: ({ connection: { phase } }) => phase === 'live',
  whyNot: (state) => whyOffline(state) ?? 'Berth cannot be asked.',
  run: (app) => void refresh(app),
};

async function refresh({ store, call }: App) {
  const outcome = await call('ports.refresh', {});
  announce(store, outcome.ok ? 'The list is up to date.' : outcome.failure.message);
}
