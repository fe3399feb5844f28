import { patchSlice } from '../store/app-store.ts';
import type { Command } from './command.ts';

export const openPalette: Command = {
  id: 'open-palette',
  area: 'app',
  title: 'Find a command or a port',
  keys: ['Mod+k'],
  enabled: () => true,
  run: ({ store }) => patchSlice(store, 'view', { paletteOpen: true }),
};
