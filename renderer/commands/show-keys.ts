import { patchSlice } from '../store/app-store.ts';
import type { Command } from './command.ts';

export const showKeys: Command = {
  id: 'show-keys',
  title: 'Show the keys',
  keys: ['?'],
  enabled: () => true,
  run: ({ store }) => patchSlice(store, 'view', { keysOpen: true }),
};
