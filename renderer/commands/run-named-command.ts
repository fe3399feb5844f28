import type { RunCommand } from '../../shared/contract/navigation.ts';
import type { App } from '../store/app.ts';
import { allCommands } from './all-commands.ts';

/** Runs what was chosen in a menu outside the page. Nothing behind an open dialog can be done meanwhile. */
export function runNamedCommand(app: App, { id }: RunCommand): void {
  const command = allCommands.find((one) => one.id === id);
  const state = app.store.getState();
  const { asking, keysOpen, paletteOpen, menu } = state.view;
  if (!command || asking || keysOpen || paletteOpen || menu) return;
  if (command.enabled(state)) command.run(app);
}
