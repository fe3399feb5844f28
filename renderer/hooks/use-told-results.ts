import { useEffect } from 'react';
import { countOf } from '../lib/count-of.ts';
import { announce } from '../store/announce.ts';
import { selectVisibleRows } from '../store/select-rows.ts';
import { useApp } from './use-app.ts';
import { useAppState } from './use-app-state.ts';

/** Milliseconds after the last letter: whoever types is not talked to. */
const settled = 700;

/** Tells whoever cannot see it how much a search or a filter found, once it stands still. */
export function useToldResults() {
  const { store } = useApp();
  const search = useAppState((state) => state.view.search.trim());
  const filter = useAppState((state) => state.view.filter);
  useEffect(() => {
    if (search === '' && filter === 'all') return;
    const timer = setTimeout(() => {
      const found = selectVisibleRows(store.getState()).length;
      announce(store, found === 0 ? 'No port found.' : `${countOf(found, 'port')} found.`);
    }, settled);
    return () => clearTimeout(timer);
  }, [store, search, filter]);
}
