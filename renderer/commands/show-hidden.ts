import { patchSlice } from '../store/app-store.ts';
import { countHidden } from '../store/hidden-rows.ts';
import type { Command } from './command.ts';

export const toggleHidden: Command = {
  id: 'toggle-hidden',
  area: 'list',
  title: 'Show or hide what the settings hide',
  keys: [],
  enabled: (state) => countHidden(state) > 0,
  whyNot: () => 'The settings hide nothing.',
  run: ({ store }) => patchSlice(store, 'view', { showHidden: !store.getState().view.showHidden }),
};
