import type { Place } from '../../shared/contract/navigation.ts';
import { type AppStore, patchSlice } from './app-store.ts';

/** Shows a place and asks for the focus there. */
export function goTo(store: AppStore, place: Place) {
  const { focusRequests } = store.getState().view;
  patchSlice(store, 'view', { place, focusRequests: { ...focusRequests, list: focusRequests.list + 1 } });
}
