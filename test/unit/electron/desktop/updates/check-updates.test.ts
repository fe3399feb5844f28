import { describe, expect, test } from 'vitest';
import { checkUpdates } from '../../../../../electron/desktop/updates/check-updates.ts';
import type { UpdateState } from '../../../../../electron/desktop/updates/update-state.ts';
import type { UpdatesPossible } from '../../../../../electron/desktop/updates/updates-are-possible.ts';
import { ScriptedUpdater } from '../../../../fakes/scripted-updater.ts';

function open(possible: UpdatesPossible = { possible: true }) {
  const updater = new ScriptedUpdater();
  const states: UpdateState[] = [];
  const loads: ScriptedUpdater[] = [];
  const updates = checkUpdates({
    possible,
    loadUpdater: async () => {
      loads.push(updater);
      return updater;
    },
    onUpdate: (state) => states.push(state),
    beforeInstall: () => updater.asked.push('let go'),
  });
  return { updater, updates, states, loads };
}

const found = ['update-available', { version: '0.2.0' }] as const;
const fetched = ['update-downloaded', { version: '0.2.0' }] as const;

/** Berth that has found 0.2.0. */
async function openWithFound() {
  const opened = open();
  opened.updater.onCheck = { events: [found] };
  await opened.updates.check();
  opened.states.length = 0;
  return opened;
}

describe('where updates are off', () => {
  test('the reason is told, and nothing is ever loaded', async () => {
    const { updates, states, loads } = open({ possible: false, reason: 'package-manager' });
    await updates.check();
    await updates.download();
    updates.install();
    expect(states).toEqual([{ kind: 'off', reason: 'package-manager' }]);
    expect(loads).toEqual([]);
  });
});

describe('looking for a newer version', () => {
  test('nothing is loaded before somebody asks', () => {
    const { states, loads } = open();
    expect(states).toEqual([{ kind: 'not-checked' }]);
    expect(loads).toEqual([]);
  });

  test('what is found is told and not fetched', async () => {
    const { updater, updates, states } = open();
    updater.onCheck = { events: [['checking-for-update'], found] };
    await updates.check();
    expect(states).toEqual([
      { kind: 'not-checked' },
      { kind: 'checking' },
      { kind: 'available', version: '0.2.0' },
    ]);
    expect(updater.asked).toEqual(['check']);
  });

  test('the updater is kept from fetching, from installing at the end and from writing a log', async () => {
    const { updater } = await openWithFound();
    expect(updater).toMatchObject({ autoDownload: false, autoInstallOnAppQuit: false, logger: null });
  });

  test('no newer version is told too', async () => {
    const { updater, updates, states } = open();
    updater.onCheck = { events: [['update-not-available', { version: '0.1.0' }]] };
    await updates.check();
    expect(states.at(-1)).toEqual({ kind: 'none' });
  });

  test('an updater that answers nothing has found nothing', async () => {
    const { updates, states } = open();
    await updates.check();
    expect(states.at(-1)).toEqual({ kind: 'none' });
  });

  test('a failure is told once, in one line, and looking again is possible', async () => {
    const { updater, updates, states } = open();
    updater.onCheck = { rejects: new Error('net::ERR_INTERNET_DISCONNECTED\n  at a private address') };
    await updates.check();
    const failed = { kind: 'failed', doing: 'check', message: 'net::ERR_INTERNET_DISCONNECTED' };
    expect(states.filter(({ kind }) => kind === 'failed')).toEqual([failed]);
    updater.onCheck = { events: [found] };
    await updates.check();
    expect(states.at(-1)).toEqual({ kind: 'available', version: '0.2.0' });
  });

  test('an updater that cannot be loaded is a failure, and is loaded again the next time', async () => {
    const states: UpdateState[] = [];
    let loads = 0;
    const updates = checkUpdates({
      possible: { possible: true },
      loadUpdater: () => Promise.reject(new Error(`load ${++loads} failed`)),
      onUpdate: (state) => states.push(state),
      beforeInstall: () => undefined,
    });
    await updates.check();
    await updates.check();
    expect(states.filter(({ kind }) => kind === 'failed')).toEqual([
      { kind: 'failed', doing: 'check', message: 'load 1 failed' },
      { kind: 'failed', doing: 'check', message: 'load 2 failed' },
    ]);
  });

  test('the updater is loaded once, however often somebody looks', async () => {
    const { updates, loads, updater } = await openWithFound();
    await updates.check();
    expect(loads).toHaveLength(1);
    expect(updater.listenerCount('update-available')).toBe(1);
  });

  test('asking twice at a time looks once', async () => {
    const { updater, updates } = open();
    updater.onCheck = { events: [found] };
    await Promise.all([updates.check(), updates.check()]);
    expect(updater.asked).toEqual(['check']);
  });
});

describe('fetching it', () => {
  test('does nothing before something was found', async () => {
    const { updater, updates } = open();
    await updates.download();
    expect(updater.asked).toEqual([]);
  });

  test('tells whole percents that only grow, then that it is ready', async () => {
    const { updater, updates, states } = await openWithFound();
    const percents = [0.4, 10.9, 10.95, 9, 100.2];
    updater.onDownload = {
      events: [...percents.map((percent) => ['download-progress', { percent }] as const), fetched],
    };
    await updates.download();
    expect(states).toEqual([
      { kind: 'downloading', version: '0.2.0', percent: 0 },
      { kind: 'downloading', version: '0.2.0', percent: 10 },
      { kind: 'downloading', version: '0.2.0', percent: 100 },
      { kind: 'ready', version: '0.2.0' },
    ]);
  });

  test('a failure is told once, and fetching again is possible', async () => {
    const { updater, updates, states } = await openWithFound();
    updater.onDownload = { rejects: new Error('sha512 checksum mismatch') };
    await updates.download();
    expect(states.at(-1)).toEqual({
      kind: 'failed',
      doing: 'download',
      message: 'sha512 checksum mismatch',
    });
    updater.onDownload = { events: [fetched] };
    await updates.download();
    expect(states.at(-1)).toEqual({ kind: 'ready', version: '0.2.0' });
  });

  test('looking again meanwhile, or once it is ready, does nothing', async () => {
    const { updater, updates, states } = await openWithFound();
    updater.onDownload = { events: [['download-progress', { percent: 50 }], fetched] };
    const fetching = updates.download();
    await updates.check();
    await fetching;
    await updates.check();
    expect(states.at(-1)).toEqual({ kind: 'ready', version: '0.2.0' });
    expect(updater.asked).toEqual(['check', 'download']);
  });
});

describe('installing it', () => {
  test('happens only when it is ready', async () => {
    const { updater, updates } = await openWithFound();
    updates.install();
    expect(updater.asked).toEqual(['check']);
    updater.onDownload = { events: [fetched] };
    await updates.download();
    updates.install();
    expect(updater.asked).toEqual(['check', 'download', 'let go', 'install']);
  });

  test('an error that comes later does not take back that it is ready', async () => {
    const { updater, updates, states } = await openWithFound();
    updater.onDownload = { events: [fetched] };
    await updates.download();
    updater.emit('error', new Error('late'));
    expect(states.at(-1)).toEqual({ kind: 'ready', version: '0.2.0' });
  });
});
