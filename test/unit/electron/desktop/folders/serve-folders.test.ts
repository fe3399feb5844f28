import { beforeEach, expect, test } from 'vitest';
import { type FolderHands, serveFolders } from '../../../../../electron/desktop/folders/serve-folders.ts';
import type { Notice } from '../../../../../electron/desktop/notices/notice.ts';
import type { Navigate } from '../../../../../shared/contract/navigation.ts';
import { aFolder } from '../../../../fakes/a-folder.ts';

let served: string[];
let shown: Navigate[];
let told: Notice[];
let hands: FolderHands;

beforeEach(() => {
  [served, shown, told] = [[], [], []];
  hands = {
    folders: {
      async serve({ path }) {
        served.push(path);
        if (!path.endsWith('.txt')) return { outcome: 'serving', folder: aFolder(path) };
        const message = `${path} is a file.`;
        return { outcome: 'refused', reason: 'not-a-folder', message, offer: '/srv' };
      },
    },
    showInWindow: (to) => shown.push(to),
    tell: (notice) => told.push(notice),
  };
});

test('serves every folder once and shows them', async () => {
  await serveFolders(hands, ['/srv/a', '/srv/b', '/srv/a']);
  expect(served).toEqual(['/srv/a', '/srv/b']);
  expect(shown).toEqual([{ place: 'folders' }]);
  expect(told).toEqual([]);
});

test('says in the window and outside it what was refused', async () => {
  await serveFolders(hands, ['/srv/a', '/srv/a.txt']);
  expect(shown).toEqual([{ place: 'folders', message: '/srv/a.txt is a file.' }]);
  expect(told).toMatchObject([{ title: 'Not served', body: '/srv/a.txt is a file.' }]);
});

test('a start without folders shows nothing else', async () => {
  await serveFolders(hands, []);
  expect(shown).toEqual([]);
});
