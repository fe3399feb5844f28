import { describe, expect, test } from 'vitest';
import { allCommands } from '../../../../renderer/commands/all-commands.ts';
import { createAppStore, patchSlice } from '../../../../renderer/store/app-store.ts';
import { applyEvents } from '../../../../renderer/store/apply-events.ts';
import { defaultSettings } from '../../../../shared/contract/default-settings.ts';
import { aHost } from '../../../fakes/fake-berth.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

const owner = aProcess(1);

function storeWith(capabilities = aHost.capabilities) {
  const store = createAppStore();
  applyEvents(store).welcome({
    host: { ...aHost, capabilities },
    settings: defaultSettings,
    folders: [],
    probes: [],
    snapshot: {
      sequence: 1,
      scannedAt: '2026-01-02T03:04:06.000Z',
      source: { name: 'proc', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null },
      processes: [owner],
      listeners: [aListener(3000, [owner]), aListener(631, [], { ownersHidden: true })],
    },
  });
  return store;
}

const killPort = allCommands.find(({ id }) => id === 'kill-port');
const whyNot = (store: ReturnType<typeof storeWith>) => killPort?.whyNot?.(store.getState());

describe('why a kill cannot be', () => {
  test('nothing is selected', () => expect(whyNot(storeWith())).toBe('Select a port first.'));

  test('the owner is hidden', () => {
    const store = storeWith();
    patchSlice(store, 'view', { selectedId: 'tcp/127.0.0.1/631' });
    expect(whyNot(store)).toBe('Who holds it cannot be seen.');
  });

  test('the connection is lost', () => {
    const store = storeWith();
    patchSlice(store, 'view', { selectedId: 'tcp/127.0.0.1/3000' });
    patchSlice(store, 'connection', { phase: 'lost' });
    expect(whyNot(store)).toBe('The connection to Berth is lost.');
  });

  test('this Berth may not', () => {
    const store = storeWith([]);
    patchSlice(store, 'view', { selectedId: 'tcp/127.0.0.1/3000' });
    expect(whyNot(store)).toBe('This Berth shows ports and ends none.');
  });
});

test('every command that cannot run says why, in a sentence', () => {
  for (const store of [createAppStore(), storeWith(), storeWith([])]) {
    const state = store.getState();
    const silent = allCommands.filter(
      (command) =>
        command.area !== 'move' &&
        !command.enabled(state) &&
        !/^[A-Z].*\.$/.test(command.whyNot?.(state) ?? ''),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  }
});
