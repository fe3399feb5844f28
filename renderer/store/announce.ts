import { type AppStore, patchSlice } from './app-store.ts';

/** Says a sentence to whoever listens instead of looking. */
export function announce(store: AppStore, text: string) {
  const { number } = store.getState().actions.announcement;
  patchSlice(store, 'actions', { announcement: { number: number + 1, text } });
}
