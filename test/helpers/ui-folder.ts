import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a build of the interface looks like, with a file beside it that must never be served. */
export async function makeUiFolder(): Promise<string> {
  const parent = await mkdtemp(path.join(tmpdir(), 'berth-ui-'));
  const folder = path.join(parent, 'renderer');
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  await writeFile(path.join(parent, 'secret.html'), 'outside');
  await writeFile(
    path.join(folder, 'index.html'),
    '<!doctype html><title>Berth</title><link rel="icon" href="/icon.svg"><p>the interface itself</p>',
  );
  await writeFile(path.join(folder, 'assets', 'app-4f2a.js'), 'export const answer = 42;');
  await writeFile(path.join(folder, 'assets', 'app-4f2a.js.map'), '{}');
  await writeFile(path.join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return folder;
}
