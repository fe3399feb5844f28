import type { App } from '../store/app.ts';
import { serveFolders } from '../store/serve-folders.ts';
import { askAboutFolder, tellNotServed } from '../store/serving-news.ts';
import type { Command } from './command.ts';
import { whyOffline } from './why-not.ts';

export const serveFolder: Command = {
  id: 'serve-folder',
  area: 'app',
  title: 'Serve a folder',
  keys: ['s'],
  enabled: ({ connection: { phase, host } }) =>
    phase === 'live' && host !== null && host.capabilities.includes('serve'),
  whyNot: (state) => whyOffline(state) ?? 'This Berth serves no folders.',
  run: (app) => void chooseAndServe(app, null),
};

/** With the system's own dialog where there is one, else with a field for the path. */
export async function chooseAndServe(app: App, port: number | null): Promise<void> {
  const { store, call } = app;
  if (!store.getState().connection.host?.capabilities.includes('choose-folder')) {
    askAboutFolder(store, { path: '', port, note: null, problem: null });
    return;
  }
  const outcome = await call('folders.choose', {});
  if (!outcome.ok) tellNotServed(store, outcome.failure.message);
  else if (outcome.value.path !== null) await serveFolders(app, { paths: [outcome.value.path], port });
}
