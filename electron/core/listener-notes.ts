import type { ServedFolder } from '../../shared/contract/folders.ts';
import type { Listener } from '../../shared/contract/ports.ts';
import type { Process } from '../../shared/contract/processes.ts';
import type { Dressing, Notes } from './monitor/snapshot-store.ts';

/** Puts Berth's own folders before whatever else is known of a listener. */
export function createNotes(
  folders: () => readonly ServedFolder[],
  notesOf: Dressing['notesOf'],
): Dressing['notesOf'] {
  return (listener, samePort, processes) => {
    const folder = servedBy(listener, folders(), processes);
    if (!folder) return { ...notesOf(listener, samePort, processes), folderId: null };
    const known = { ...listener, folderId: folder.id };
    return { ...notesOf(known, samePort, processes), ...folderNotes(folder) };
  };
}

function servedBy(
  { port, protocol, owners }: Listener,
  folders: readonly ServedFolder[],
  processes: ReadonlyMap<string, Process>,
): ServedFolder | undefined {
  if (protocol !== 'tcp') return undefined;
  const pids = owners.map((key) => processes.get(key)?.pid);
  return folders.find((folder) => folder.port === port && folder.pid !== null && pids.includes(folder.pid));
}

function folderNotes({ id, path }: ServedFolder): Notes {
  return {
    identity: {
      kind: 'served-folder',
      product: 'Served folder',
      target: null,
      confidence: 'certain',
      source: 'berth',
      evidence: path.slice(-300),
    },
    folderId: id,
  };
}
