import type { Command } from '../commands/command.ts';
import { useApp } from './use-app.ts';
import { useAppState } from './use-app-state.ts';

/** A command for a button: whether it can run now, and running it. */
export function useCommand(command: Command, listenerId?: string) {
  const app = useApp();
  const enabled = useAppState((state) => command.enabled(state, listenerId));
  return {
    enabled,
    run: () => command.run(app, listenerId),
    /** Why it cannot run, for a hover. */
    whyNot: () => command.whyNot?.(app.store.getState(), listenerId),
  };
}
