import type { KillTarget } from '../../shared/contract/kill.ts';
import { createFolderActions, type FolderActionsOptions, type PortActions } from './folder-actions.ts';
import type { RecordedHistory } from './history/create-history.ts';
import type { EndedByBerth } from './history/span-tracker.ts';

/** How long after a kill the list may still show what it ended; milliseconds. */
const endsShowWithin = 3000;

export interface ActionsOptions extends FolderActionsOptions {
  readonly history: Pick<RecordedHistory, 'expectEnd'>;
  /** Something is being done to a port: what follows is wanted soon. */
  readonly hurry: () => void;
}

/** Killing, restarting and taking back, for every kind of port, with the history told by whom it was. */
export function actOnPorts({ history, hurry, ...options }: ActionsOptions): PortActions {
  const actions = createFolderActions(options);

  async function whileEnding<T>(
    targets: readonly KillTarget[],
    ending: EndedByBerth,
    run: () => Promise<T>,
  ): Promise<T> {
    const expect = (what: EndedByBerth | null) => {
      for (const { protocol, port } of targets) history.expectEnd(protocol, port, what);
    };
    hurry();
    expect(ending);
    try {
      return await run();
    } finally {
      options.clock.after(endsShowWithin, () => expect(null));
    }
  }

  return {
    kill: (request, signal) => whileEnding(request.targets, 'killed', () => actions.kill(request, signal)),
    restart: (request, signal) =>
      whileEnding([request.target], 'restarted', () => actions.restart(request, signal)),
    undo(request) {
      hurry();
      return actions.undo(request);
    },
  };
}
