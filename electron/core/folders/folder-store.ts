import path from 'node:path';
import type { KeptFolder } from '../../../shared/contract/folders.ts';
import { JsonFile } from '../lib/json-file.ts';

/** `folders.json` in the data folder. */
export function openFolderStore(
  dataFolder: string,
  tell: (sentence: string) => void,
): JsonFile<readonly KeptFolder[]> {
  return new JsonFile<readonly KeptFolder[]>({
    file: path.join(dataFolder, 'folders.json'),
    what: 'served folders',
    initial: [],
    parse: parseFolders,
    tell,
  });
}

/** One entry that is no folder does not take the others along. */
async function parseFolders(content: unknown): Promise<readonly KeptFolder[] | null> {
  if (!Array.isArray(content)) return null;
  const { keptFolderSchema } = await import('../../../shared/contract/folders.ts');
  return content.flatMap((entry) => keptFolderSchema.safeParse(entry).data ?? []);
}
