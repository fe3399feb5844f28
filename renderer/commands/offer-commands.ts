import type { CommandFacts } from '../../shared/contract/commands.ts';
import type { App } from '../store/app.ts';
import type { AppState } from '../store/app-store.ts';
import { actsIn } from './acts-in.ts';
import { allCommands } from './all-commands.ts';
import { isBehindDialog } from './is-behind-dialog.ts';

/** Milliseconds after which a menu that nobody has opened yet may still show what was so before. */
const settleMs = 100;

/**
 * Tells a shell with menus of its own what they may offer, and again when that changes. The returned function ends it.
 */
export function offerCommands({ store, call }: App): () => void {
  let told = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tell = () => {
    timer = null;
    const commands = commandFacts(store.getState());
    const text = JSON.stringify(commands);
    if (!hasMenu(store.getState()) || text === told) return;
    told = text;
    void call('window.commands', { commands });
  };
  const unsubscribe = store.subscribe((state) => {
    if (!hasMenu(state)) told = '';
    else timer ??= setTimeout(tell, settleMs);
  });
  return () => {
    unsubscribe();
    if (timer !== null) clearTimeout(timer);
  };
}

function hasMenu({ connection: { phase, host } }: AppState): boolean {
  return phase === 'live' && host !== null && host.capabilities.includes('native-menu');
}

function commandFacts(state: AppState): CommandFacts[] {
  const isBlocked = isBehindDialog(state);
  return allCommands.map((command) => ({
    id: command.id,
    area: command.area,
    title: command.title,
    keys: [...command.keys],
    enabled: !isBlocked && actsIn(command, state.view.place) && command.enabled(state),
  }));
}
