import type { RunCommand } from '../../shared/contract/commands.ts';
import type { App } from '../store/app.ts';
import { patchSlice } from '../store/app-store.ts';
import { clearPicks } from '../store/pick-rows.ts';
import { allCommands } from './all-commands.ts';

/** Runs what was chosen outside the page, in a menu or a notification. The row that is meant is the selected one then. */
export function runNamedCommand(app: App, { id, listenerId }: RunCommand): void {
  const command = allCommands.find((one) => one.id === id);
  const { ports, view } = app.store.getState();
  if (!command || view.asking || view.keysOpen) return;
  if (listenerId !== null && ports.rows.has(listenerId)) {
    clearPicks(app.store);
    patchSlice(app.store, 'view', { selectedId: listenerId });
  }
  const onRow = listenerId ?? undefined;
  if (command.enabled(app.store.getState(), onRow)) command.run(app, onRow);
}
