import { patchSlice } from '../store/app-store.ts';
import type { Command } from './command.ts';

export const focusSearch: Command = {
  id: 'focus-search',
  area: 'list',
  title: 'Search the list',
  keys: ['/'],
  enabled: () => true,
  run({ store }) {
    const { focusRequests } = store.getState().view;
    patchSlice(store, 'view', { focusRequests: { ...focusRequests, search: focusRequests.search + 1 } });
  },
};
