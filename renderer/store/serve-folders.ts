import type { ServedFolder, ServeRequest } from '../../shared/contract/folders.ts';
import { announce } from './announce.ts';
import type { App } from './app.ts';
import { patchSlice } from './app-store.ts';
import { copyText } from './copy-text.ts';
import { addNews, askAboutFolder, tellNotServed } from './serving-news.ts';
import type { ServeProblem } from './serving-slice.ts';

export interface ServeWish {
  readonly paths: readonly string[];
  readonly port?: number | null;
  readonly despiteWarning?: boolean;
}

/** Serves each of the folders, puts the addresses on the clipboard, and asks about those that were refused. */
export async function serveFolders(app: App, wish: ServeWish): Promise<void> {
  const served: ServedFolder[] = [];
  for (const path of wish.paths) {
    const answer = await serveOne(app, { ...wish, path });
    if (answer === null) continue;
    if ('problem' in answer) {
      askAboutFolder(app.store, { path, port: wish.port ?? null, note: null, problem: answer.problem });
    } else served.push(answer.folder);
  }
  await tellServed(app, served);
}

/** Asks for one folder. Null when Berth could not be asked, which is told. */
export async function serveOne(
  { store, call }: App,
  { path, port = null, despiteWarning = false }: Omit<ServeWish, 'paths'> & { readonly path: string },
): Promise<{ readonly folder: ServedFolder } | { readonly problem: ServeProblem } | null> {
  const request: ServeRequest = {
    path,
    ...(port === null ? {} : { port }),
    ...(despiteWarning ? { despiteWarning } : {}),
  };
  patchSlice(store, 'serving', { busy: true });
  const outcome = await call('folders.serve', request);
  patchSlice(store, 'serving', { busy: false });
  if (!outcome.ok) {
    tellNotServed(store, outcome.failure.message);
    return null;
  }
  if (outcome.value.outcome === 'serving') return { folder: outcome.value.folder };
  const { reason, message, offer } = outcome.value;
  return { problem: { reason, message, offer } };
}

/** The address goes to the clipboard, and the way to open it under the finger. */
export async function tellServed({ store, facts }: App, served: readonly ServedFolder[]): Promise<void> {
  if (served.length === 0) return;
  for (const folder of served) facts.folder(folder);
  const urls = served.flatMap(({ urls: [first] }) => first ?? []);
  const copied = urls.length > 0 && (await copyText(store, urls.join('\n')));
  addNews(store, { folders: served, copied, failure: null });
  const where = urls.length === 1 ? ` at ${urls[0]}` : '';
  const names = served.map(({ name }) => name).join(', ');
  announce(store, `Serving ${names}${where}.${copied ? ' Copied to the clipboard.' : ''}`);
}
