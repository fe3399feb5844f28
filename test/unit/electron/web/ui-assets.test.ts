import { mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readUiAssets, UiMissingError } from '../../../../electron/web/ui-assets.ts';
import { makeUiFolder } from '../../../helpers/ui-folder.ts';

test('lists exactly the files of the build that a page needs', async () => {
  const assets = await readUiAssets(await makeUiFolder());
  expect([...assets.keys()].sort()).toEqual(['/', '/assets/app-4f2a.js', '/icon.svg', '/index.html']);
});

test('a link that leads out of the folder is not listed', async () => {
  const folder = await makeUiFolder();
  await symlink('../secret.html', path.join(folder, 'link.html'));
  await symlink('..', path.join(folder, 'up'));
  const assets = await readUiAssets(folder);
  expect([...assets.keys()].filter((url) => /link|up|secret/.test(url))).toEqual([]);
});

test('only files with a hash in their name are kept for good', async () => {
  const assets = await readUiAssets(await makeUiFolder());
  expect(assets.get('/')?.cacheControl).toBe('no-store');
  expect(assets.get('/icon.svg')?.cacheControl).toBe('no-cache');
  expect(assets.get('/assets/app-4f2a.js')?.cacheControl).toContain('immutable');
});

test('a folder without a page, or none at all, says that the interface is not built', async () => {
  const empty = await mkdtemp(path.join(tmpdir(), 'berth-ui-'));
  await expect(readUiAssets(empty)).rejects.toThrow(UiMissingError);
  await expect(readUiAssets(path.join(empty, 'missing'))).rejects.toThrow('not been built');
});
