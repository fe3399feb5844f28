import { patchSlice } from '../store/app-store.ts';
import type { Command } from './command.ts';

export const showKeys: Command = {
  id: 'show-keys',
  area: 'app',
  title: 'Show the keys',
  keys: ['?'],
  enabled: () => true,
  run: ({ store }) => patchSlice(store, 'view', { keysOpen: true }),
};
