import type { AppState } from '../store/app-store.ts';

/** True while something lies over the whole page: nothing behind it can be done meanwhile. */
export function isBehindDialog({ view: { asking, keysOpen, paletteOpen } }: AppState): boolean {
  return asking !== null || keysOpen || paletteOpen;
}
