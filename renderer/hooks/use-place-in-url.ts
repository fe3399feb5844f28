import { useEffect } from 'react';
import type { Place } from '../../shared/contract/navigation.ts';
import { patchSlice } from '../store/app-store.ts';
import { useApp } from './use-app.ts';
import { useAppState } from './use-app-state.ts';

const titles: Readonly<Record<Place, string>> = {
  ports: 'Berth',
  folders: 'Folders · Berth',
  doctor: 'Doctor · Berth',
  history: 'History · Berth',
  settings: 'Settings · Berth',
};

/** Keeps the place in the address of the page, so that Back, a reload and a new tab find it. */
export function usePlaceInUrl() {
  const { store } = useApp();
  const place = useAppState((state) => state.view.place);
  useEffect(() => {
    const follow = () => {
      const named = placeIn(window.location.hash);
      if (named && named !== store.getState().view.place) patchSlice(store, 'view', { place: named });
    };
    follow();
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [store]);
  useEffect(() => {
    document.title = titles[place];
    const shown = placeIn(window.location.hash) ?? 'ports';
    if (shown !== place) window.history.pushState(null, '', `#${place}`);
  }, [place]);
}

function placeIn(hash: string): Place | null {
  const name = hash.slice(1);
  return Object.hasOwn(titles, name) ? (name as Place) : null;
}
