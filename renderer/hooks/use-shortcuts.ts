import { useEffect } from 'react';
import { actsIn } from '../commands/acts-in.ts';
import { allCommands } from '../commands/all-commands.ts';
import { isBehindDialog } from '../commands/is-behind-dialog.ts';
import { type FocusPlace, matchKey } from '../commands/match-key.ts';
import { useApp } from './use-app.ts';

/** Runs the command of a pressed key, anywhere in the page except under a dialog, which has keys of its own. */
export function useShortcuts() {
  const app = useApp();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const state = app.store.getState();
      if (isBehindDialog(state) || state.view.menu || isInFloating(event.target)) return;
      const command = matchKey(allCommands, event, placeOf(event.target));
      if (!command || !actsIn(command, state.view.place) || !command.enabled(state)) return;
      event.preventDefault();
      command.run(app);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [app]);
}

/** What floats over the page has keys of its own, unless it is a short message, which lets them through. */
function isInFloating(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[role="dialog"]:not([aria-modal="false"]), [role="menu"]') !== null
  );
}

function placeOf(target: EventTarget | null): FocusPlace {
  if (!(target instanceof Element)) return 'elsewhere';
  if (target.closest('input[type="search"]')) return 'searching';
  if (target.closest('input, textarea, select, [contenteditable]')) return 'typing';
  return target.closest('button, a[href], summary') ? 'control' : 'elsewhere';
}
