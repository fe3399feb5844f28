import type { ListDocument, ListenerDocument, OwnerDocument } from '../../shared/contract/documents.ts';
import type { Listener } from '../../shared/contract/ports.ts';
import type { Process } from '../../shared/contract/processes.ts';
import type { Snapshot } from '../../shared/contract/snapshot.ts';

export type ProcessesByKey = ReadonlyMap<string, Process>;

/** What every document about a scan begins with. */
export function scanFields(snapshot: Snapshot): Omit<ListDocument, 'listeners'> {
  return {
    version: 1,
    scannedAt: snapshot.scannedAt,
    durationMs: snapshot.source.durationMs,
    source: snapshot.source.name,
  };
}

export function byKey(processes: readonly Process[]): ProcessesByKey {
  return new Map(processes.map((process) => [process.key, process]));
}

/** The listeners that are wanted, in the order of their ports, each with its owners. */
export function toListenerDocuments(
  snapshot: Snapshot,
  isWanted: (listener: Listener) => boolean,
): ListenerDocument[] {
  const processes = byKey(snapshot.processes);
  return snapshot.listeners
    .filter(isWanted)
    .sort(compareListeners)
    .map((listener) => toListenerDocument(listener, processes));
}

export function toListenerDocument(listener: Listener, processes: ProcessesByKey): ListenerDocument {
  const owners = listener.owners.flatMap((key) => processes.get(key) ?? []);
  const { probing: _probing, localhost: _localhost, folderId: _folderId, ...told } = listener;
  return {
    ...told,
    owners: owners.map(toOwnerDocument),
    ownersHidden: listener.ownersHidden || owners.length < listener.owners.length,
  };
}

function toOwnerDocument({ key: _key, ...owner }: Process): OwnerDocument {
  return owner;
}

export function compareListeners(a: Listener, b: Listener): number {
  return (
    a.port - b.port ||
    compareText(a.protocol, b.protocol) ||
    a.family - b.family ||
    compareText(a.address, b.address)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
