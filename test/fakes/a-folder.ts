import { defaultFolderOptions } from '../../shared/contract/default-folder-options.ts';
import type { FolderLogEntry, ServedFolder } from '../../shared/contract/folders.ts';

/** A served folder for tests that are about something else. */
export function aFolder(name: string, change: Partial<ServedFolder> = {}): ServedFolder {
  const port = change.port ?? 62_893;
  return {
    id: name,
    path: `/home/maya/site/${name}`,
    name,
    options: { ...defaultFolderOptions, network: false },
    state: 'serving',
    port,
    urls: [`http://127.0.0.1:${port}/`],
    networkUrls: [],
    networkUntil: null,
    message: null,
    requests: 0,
    bytes: 0,
    lastRequestAt: null,
    startedAt: new Date(Date.now() - 480_000).toISOString(),
    pid: 60_500,
    ...change,
  };
}

export function aRequest(number: number, path: string, change: Partial<FolderLogEntry> = {}): FolderLogEntry {
  return {
    number,
    at: new Date(Date.now() - (20 - number) * 1000).toISOString(),
    method: 'GET',
    path,
    status: 200,
    bytes: 2140,
    durationMs: 0.8,
    peer: '127.0.0.1',
    ...change,
  };
}
