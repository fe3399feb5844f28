import type { TrayFacts } from '../../electron/desktop/tray/tray-facts.ts';
import type { Listener } from '../../shared/contract/ports.ts';
import type { Process } from '../../shared/contract/processes.ts';
import type { Snapshot } from '../../shared/contract/snapshot.ts';

export function aSnapshot(
  listeners: readonly Listener[],
  processes: readonly Process[],
  change: Partial<Snapshot> = {},
): Snapshot {
  return {
    sequence: 1,
    scannedAt: '2026-01-02T03:04:05.670Z',
    source: { name: 'proc', state: 'ok', durationMs: 2, lastError: null, fallbackReason: null },
    listeners: [...listeners],
    processes: [...processes],
    ...change,
  };
}

const noUpdates = { kind: 'off', reason: 'not-packaged' } as const;

/** What a tray shows when nothing but the list is there. */
export function trayFacts(snapshot: Snapshot, change: Partial<TrayFacts> = {}): TrayFacts {
  return {
    snapshot,
    folders: [],
    watchedPorts: [],
    isPaused: false,
    undo: null,
    update: noUpdates,
    ...change,
  };
}
