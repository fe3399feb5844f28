import { type AppState, type AppStore, patchSlice } from './app-store.ts';
import { shownRows } from './list-items.ts';
import type { PortRow } from './port-row.ts';

const none: ReadonlySet<string> = new Set();

/** The picked rows that are there to be acted on, in the order of the list. */
export function pickedRows(state: AppState): readonly PortRow[] {
  const { picked } = state.view;
  if (picked.size === 0) return [];
  return shownRows(state).filter(({ id, closed }) => picked.has(id) && !closed);
}

/** Puts a row in or takes it out. The selected row is part of what a first pick begins. */
export function togglePick(store: AppStore, id: string) {
  const { picked, selectedId } = store.getState().view;
  const next = new Set(picked.size === 0 && selectedId !== null ? [selectedId] : picked);
  if (next.has(id) && picked.size > 0) next.delete(id);
  else next.add(id);
  patchSlice(store, 'view', { picked: next, pickedFrom: id, selectedId: id });
}

/** Picks every row from where the picking began to this one. */
export function pickTo(store: AppStore, id: string) {
  const state = store.getState();
  const rows = shownRows(state);
  const from = state.view.pickedFrom ?? state.view.selectedId ?? id;
  const start = rows.findIndex((row) => row.id === from);
  const end = rows.findIndex((row) => row.id === id);
  if (end === -1) return;
  const [first, last] = start === -1 ? [end, end] : [Math.min(start, end), Math.max(start, end)];
  const picked = new Set(rows.slice(first, last + 1).map((row) => row.id));
  patchSlice(store, 'view', { picked, pickedFrom: rows[start]?.id ?? id, selectedId: id });
}

export function pickAll(store: AppStore) {
  const rows = shownRows(store.getState()).filter(({ closed }) => !closed);
  patchSlice(store, 'view', { picked: new Set(rows.map(({ id }) => id)) });
}

export function clearPicks(store: AppStore) {
  patchSlice(store, 'view', { picked: none, pickedFrom: null });
}
