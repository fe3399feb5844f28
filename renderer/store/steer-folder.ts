import type { FolderChange, ServedFolder } from '../../shared/contract/folders.ts';
import { announce } from './announce.ts';
import type { App } from './app.ts';
import { patchSlice } from './app-store.ts';
import { askAboutFolder } from './serving-news.ts';

/** What can be done with a folder that is known; each returns what went wrong, or null. */
export async function stopFolder({ store, call, facts }: App, { id, name }: ServedFolder) {
  const outcome = await call('folders.stop', { id });
  if (!outcome.ok) return told({ store }, outcome.failure.message);
  facts.folder(outcome.value);
  announce(store, `Stopped serving ${name}.`);
  return null;
}

export async function startFolder({ store, call, facts }: App, { id, name, path }: ServedFolder) {
  const outcome = await call('folders.start', { id });
  if (!outcome.ok) return told({ store }, outcome.failure.message);
  if (outcome.value.outcome === 'refused') {
    const { reason, message, offer } = outcome.value;
    if (reason === 'dangerous' || offer !== null) {
      askAboutFolder(store, { path, port: null, note: null, problem: { reason, message, offer } });
    }
    return told({ store }, message);
  }
  facts.folder(outcome.value.folder);
  announce(store, `Serving ${name} at ${outcome.value.folder.urls[0] ?? outcome.value.folder.port}.`);
  return null;
}

export async function changeFolder({ store, call, facts }: App, change: FolderChange) {
  const outcome = await call('folders.change', change);
  if (!outcome.ok) return told({ store }, outcome.failure.message);
  facts.folder(outcome.value);
  return null;
}

export async function removeFolder({ store, call }: App, { id, name }: ServedFolder) {
  const outcome = await call('folders.remove', { id });
  if (!outcome.ok) return told({ store }, outcome.failure.message);
  const { list } = store.getState().folders;
  patchSlice(store, 'folders', { list: list.filter((folder) => folder.id !== id) });
  announce(store, `${name} is not in the list any more. The folder itself stays as it is.`);
  return null;
}

function told({ store }: Pick<App, 'store'>, message: string): string {
  announce(store, message);
  return message;
}
