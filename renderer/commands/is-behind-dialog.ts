import type { AppState } from '../store/app-store.ts';
import { isFirstStart } from '../store/is-first-start.ts';

/** True while something lies over the whole page: nothing behind it can be done meanwhile. */
export function isBehindDialog(state: AppState): boolean {
  const { asking, keysOpen, paletteOpen } = state.view;
  return (
    asking !== null || keysOpen || paletteOpen || state.serving.questions.length > 0 || isFirstStart(state)
  );
}
