import type { ServedFolder } from '../../shared/contract/folders.ts';

/** The folders that Berth serves or remembers. */
export interface FoldersSlice {
  readonly list: readonly ServedFolder[];
}

export const noFolders: FoldersSlice = { list: [] };
