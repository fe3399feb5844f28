import { announce } from './announce.ts';
import { type AppStore, patchSlice } from './app-store.ts';

/** How long a button says that it copied, in milliseconds. */
const copiedShows = 1500;

/** Puts a text on the clipboard and says so, or says that the browser would not. True when it is there. */
export async function copyText(store: AppStore, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    announce(store, 'The browser did not allow copying.');
    return false;
  }
  patchSlice(store, 'actions', { copied: text });
  announce(store, `Copied ${text}`);
  setTimeout(() => {
    if (store.getState().actions.copied === text) patchSlice(store, 'actions', { copied: null });
  }, copiedShows);
  return true;
}
