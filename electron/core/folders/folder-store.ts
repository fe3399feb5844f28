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

/**
 * Writes down our folders. Another Berth of this user may serve folders of its own, which stay in the file. Gives the
 * sentence that says why it could not, or null.
 */
export async function keepFolders(
  store: JsonFile<readonly KeptFolder[]>,
  ours: readonly KeptFolder[],
  removed: ReadonlySet<string>,
): Promise<string | null> {
  const own = new Set(ours.map(({ id }) => id));
  const withOthers = (now: readonly KeptFolder[]) => [
    ...now.filter(({ id }) => !own.has(id) && !removed.has(id)),
    ...ours,
  ];
  const now = await store.read();
  if (JSON.stringify(withOthers(now)) === JSON.stringify(now)) return null;
  const outcome = await store.change(withOthers);
  return outcome.ok ? null : outcome.failure.message;
}

/** One entry that is no folder does not take the others along. */
async function parseFolders(content: unknown): Promise<readonly KeptFolder[] | null> {
  if (!Array.isArray(content)) return null;
  const { keptFolderSchema } = await import('../../../shared/contract/folders.ts');
  return content.flatMap((entry) => keptFolderSchema.safeParse(entry).data ?? []);
}
