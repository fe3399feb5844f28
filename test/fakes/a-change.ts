import type { Changes, ListenerEvent } from '../../shared/contract/snapshot.ts';

interface ChangeFacts extends Partial<Pick<Changes, 'listeners' | 'processes' | 'removedProcesses'>> {
  /** Ids of listeners. */
  readonly opened?: readonly string[];
  readonly closed?: readonly string[];
  readonly changedOwner?: readonly string[];
}

const at = '2026-01-02T03:04:05.670Z';

/** One step of the list, with its events. */
export function aChange(facts: ChangeFacts): Changes {
  const { opened = [], closed = [], changedOwner = [] } = facts;
  const events = (kind: ListenerEvent['kind'], ids: readonly string[]) =>
    ids.map((listenerId) => ({ kind, listenerId, at }));
  return {
    sequence: 1,
    scannedAt: at,
    listeners: facts.listeners ?? [],
    removedListeners: [...closed],
    processes: facts.processes ?? [],
    removedProcesses: facts.removedProcesses ?? [],
    events: [
      ...events('closed', closed),
      ...events('opened', opened),
      ...events('changed-owner', changedOwner),
    ],
  };
}
