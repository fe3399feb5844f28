import type { AppStore } from '../store/app-store.ts';
import { type AppState, patchSlice } from '../store/app-store.ts';
import { forgetAction } from '../store/row-actions.ts';
import type { ViewSlice } from '../store/view-slice.ts';
import type { Command } from './command.ts';

/** Undoes the latest step into something: what lies on top first. */
export const backOut: Command = {
  id: 'back-out',
  area: 'move',
  title: 'Back out one step',
  keys: ['Escape'],
  whileSearching: true,
  enabled: (state) => stepBack(state) !== null,
  run({ store }) {
    const step = stepBack(store.getState());
    if (step === 'forget-result') forgetSelectedAction(store);
    else if (step) patchSlice(store, 'view', { ...step, focusRequests: focusList(store.getState()) });
  },
};

function stepBack({ view, actions }: AppState): Partial<ViewSlice> | 'forget-result' | null {
  if (view.picked.size > 0) return { picked: new Set(), pickedFrom: null };
  if (view.inspectorOpen) return { inspectorOpen: false };
  if (actions.rows.get(view.selectedId ?? '')?.phase === 'failed') return 'forget-result';
  if (view.search !== '') return { search: '' };
  if (view.filter !== 'all') return { filter: 'all' };
  if (view.selectedId !== null) return { selectedId: null };
  return null;
}

function focusList({ view: { focusRequests } }: AppState): ViewSlice['focusRequests'] {
  return { ...focusRequests, list: focusRequests.list + 1 };
}

function forgetSelectedAction(store: AppStore) {
  const { selectedId } = store.getState().view;
  if (selectedId !== null) forgetAction(store, selectedId);
}
