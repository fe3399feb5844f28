import type { RunCommand } from '../../shared/contract/navigation.ts';
import type { App } from '../store/app.ts';
import { actsIn } from './acts-in.ts';
import { allCommands } from './all-commands.ts';
import { isBehindDialog } from './is-behind-dialog.ts';

/** Runs what was chosen in a menu outside the page. */
export function runNamedCommand(app: App, { id }: RunCommand): void {
  const command = allCommands.find((one) => one.id === id);
  const state = app.store.getState();
  if (!command || isBehindDialog(state) || !actsIn(command, state.view.place)) return;
  if (command.enabled(state)) command.run(app);
}
