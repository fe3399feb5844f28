import type { App } from './app.ts';
import { serveFolders } from './serve-folders.ts';
import { askAboutFolder, tellNotServed } from './serving-news.ts';

interface Dropped {
  readonly name: string;
  /** Empty where this page may not know it. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** Serves the folders that were dropped; where their paths are hidden, asks for them. */
export function acceptDrop(app: App, transfer: DataTransfer | null) {
  const { phase, host } = app.store.getState().connection;
  if (!host?.capabilities.includes('serve')) return tellNotServed(app.store, 'This Berth serves no folders.');
  if (phase !== 'live') return tellNotServed(app.store, 'Berth is not connected, so nothing was served.');
  const dropped = readDropped(app, transfer);
  if (dropped.length === 0) return tellNotServed(app.store, 'What was dropped is no folder.');
  const known = dropped.filter(({ path }) => path !== '');
  for (const one of dropped) if (one.path === '') askForPath(app, one);
  // A file goes along: Berth says that a folder is wanted, and offers the one it lies in.
  if (known.length > 0) void serveFolders(app, { paths: known.map(({ path }) => path) });
}

function readDropped(app: App, transfer: DataTransfer | null): readonly Dropped[] {
  return [...(transfer?.items ?? [])].flatMap((item) => {
    const file = item.kind === 'file' ? item.getAsFile() : null;
    if (!file) return [];
    const isFolder = item.webkitGetAsEntry()?.isDirectory ?? false;
    return [{ name: file.name, path: app.pathOfDroppedFile?.(file) ?? '', isFolder }];
  });
}

function askForPath({ store }: App, { name, isFolder }: Dropped) {
  const shown = name.length <= 60 ? name : `${name.slice(0, 59)}…`;
  if (isFolder) {
    const note = `The browser does not say where “${shown}” lies. Complete its path, from your home folder or from the root.`;
    askAboutFolder(store, { path: name, port: null, note, problem: null });
    return;
  }
  const message = `“${shown}” is a file, and a folder is wanted. Type the path of the folder it lies in.`;
  askAboutFolder(store, {
    path: '',
    port: null,
    note: null,
    problem: { reason: 'not-a-folder', message, offer: null },
  });
}
