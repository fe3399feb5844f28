import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { RefusedPath, TakenFolders } from '../../../shared/contract/dropped-folders.ts';

/** Tells which of the paths are folders that are there, and why the others are not taken. */
export async function checkFolders(paths: readonly string[]): Promise<TakenFolders> {
  const checked = await Promise.all([...new Set(paths)].map(checkFolder));
  return {
    folders: checked.filter((one) => typeof one === 'string'),
    refused: checked.filter((one) => typeof one !== 'string'),
  };
}

async function checkFolder(named: string): Promise<string | RefusedPath> {
  if (!path.isAbsolute(named) || named.includes('\0')) {
    return refusal(named, 'This is not the path of something on this machine.');
  }
  const folder = path.normalize(named);
  const name = path.basename(folder);
  try {
    if ((await stat(folder)).isDirectory()) return folder;
    return refusal(
      named,
      `${name} is a file. Berth serves folders; the one it lies in is ${path.dirname(folder)}.`,
      path.dirname(folder),
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    return refusal(named, isMissing ? `There is no ${folder}.` : `${folder} cannot be read by this user.`);
  }
}

function refusal(named: string, message: string, folderInstead: string | null = null): RefusedPath {
  return { path: named, message, folderInstead };
}
