import { expect, test } from 'vitest';
import type { Notice } from '../../../../../electron/desktop/notices/notice.ts';
import { updateItems } from '../../../../../electron/desktop/tray/update-items.ts';
import { checkUpdates } from '../../../../../electron/desktop/updates/check-updates.ts';
import { followUpdates } from '../../../../../electron/desktop/updates/follow-updates.ts';
import type { UpdatesPossible } from '../../../../../electron/desktop/updates/updates-are-possible.ts';
import { ScriptedUpdater } from '../../../../fakes/scripted-updater.ts';
import { StillClock } from '../../../../fakes/still-clock.ts';

const day = 24 * 60 * 60 * 1000;

function follow(looksByItself: boolean, possible: UpdatesPossible = { possible: true }) {
  const clock = new StillClock();
  const updater = new ScriptedUpdater();
  const shown: Notice[] = [];
  let changes = 0;
  const updates = followUpdates({
    clock,
    looksByItself: () => looksByItself,
    show: (notice) => shown.push(notice),
    changed: () => {
      changes += 1;
    },
    open: (onUpdate) =>
      checkUpdates({ possible, loadUpdater: async () => updater, onUpdate, beforeInstall: () => undefined }),
  });
  return { clock, updater, shown, updates, changes: () => changes };
}

const labels = (state: Parameters<typeof updateItems>[0]) =>
  updateItems(state).map((item) => ('label' in item ? item.label : ''));

test('looks a minute after the start and then once a day, where the person wants that', async () => {
  const { clock, updater } = follow(true);
  await clock.advance(59_000);
  expect(updater.asked).toEqual([]);
  await clock.advance(2000);
  expect(updater.asked).toEqual(['check']);
  await clock.advance(day);
  expect(updater.asked).toEqual(['check', 'check']);
});

test('never looks by itself unless it was told to', async () => {
  const { clock, updater } = follow(false);
  await clock.advance(3 * day);
  expect(updater.asked).toEqual([]);
});

test('sets no clock where updates are not possible, and its menu says nothing', async () => {
  const { clock, updates } = follow(true, { possible: false, reason: 'package-manager' });
  expect(clock.nextIn).toBeNull();
  expect(labels(updates.state())).toEqual([]);
});

test('tells of a newer version once, fetches and installs it only when asked', async () => {
  const { updater, shown, updates } = follow(false);
  updater.onCheck = { events: [['update-available', { version: '2.0.0' }]] };
  await updates.check();
  expect(shown.map(({ title }) => title)).toEqual(['Berth 2.0.0 is there']);
  expect(labels(updates.state())).toEqual(['Fetch Berth 2.0.0']);
  expect(updater.asked).toEqual(['check']);

  updater.onDownload = {
    events: [
      ['download-progress', { percent: 10 }],
      ['download-progress', { percent: 60 }],
      ['update-downloaded', { version: '2.0.0' }],
    ],
  };
  await updates.download();
  expect(shown.at(-1)?.title).toBe('Berth 2.0.0 is fetched');
  expect(labels(updates.state())).toEqual(['Restart into Berth 2.0.0']);
  updates.install();
  expect(updater.asked).toEqual(['check', 'download', 'install']);
});

test('how far a fetch has come changes no menu', async () => {
  const { updater, updates, changes } = follow(false);
  updater.onCheck = { events: [['update-available', { version: '2.0.0' }]] };
  await updates.check();
  const before = changes();
  updater.onDownload = {
    events: Array.from({ length: 90 }, (_, percent) => ['download-progress', { percent }] as const),
  };
  await updates.download();
  expect(changes() - before).toBe(1);
});

test('a failure is said in the menu, with the way to try again', async () => {
  const { updater, updates } = follow(false);
  updater.onCheck = { rejects: new Error('no network') };
  await updates.check();
  expect(labels(updates.state())).toEqual(['Updates could not be looked for. Try again']);
});
