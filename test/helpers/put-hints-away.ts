import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Lets a Berth that keeps its data here start without the hints of the first start. What it keeps already stays. */
export async function putHintsAway(dataFolder: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const settings = path.join(dataFolder, 'settings.json');
  await writeFile(settings, '{ "welcomed": true }\n', { flag: 'wx', mode: 0o600 }).catch(ignoreExisting);
}

function ignoreExisting(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST') throw error;
}
