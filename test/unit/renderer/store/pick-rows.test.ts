import { expect, test } from 'vitest';
import { type AppStore, createAppStore, patchSlice } from '../../../../renderer/store/app-store.ts';
import { applyEvents } from '../../../../renderer/store/apply-events.ts';
import { clearPicks, pickAll, pickedRows, pickTo, togglePick } from '../../../../renderer/store/pick-rows.ts';
import { defaultSettings } from '../../../../shared/contract/default-settings.ts';
import { aHost } from '../../../fakes/fake-berth.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

const at = '2026-01-02T03:04:06.000Z';
const source = { name: 'proc', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null } as const;
const node = aProcess(1);
const listeners = [1000, 2000, 3000, 4000].map((port) => aListener(port, [node]));
const id = (port: number) => `tcp/127.0.0.1/${port}`;

function aStore(): AppStore {
  const store = createAppStore();
  const snapshot = { sequence: 1, scannedAt: at, source, listeners, processes: [node] };
  applyEvents(store).welcome({ host: aHost, settings: defaultSettings, snapshot, probes: [], folders: [] });
  return store;
}

const picked = (store: AppStore) => pickedRows(store.getState()).map(({ listener }) => listener.port);

test('the first one put in takes the selected row along', () => {
  const store = aStore();
  patchSlice(store, 'view', { selectedId: id(1000) });
  togglePick(store, id(3000));
  expect(picked(store)).toEqual([1000, 3000]);
  togglePick(store, id(1000));
  expect(picked(store)).toEqual([3000]);
});

test('a range goes from where it began, whichever way and however often it is drawn', () => {
  const store = aStore();
  patchSlice(store, 'view', { selectedId: id(2000) });
  pickTo(store, id(4000));
  expect(picked(store)).toEqual([2000, 3000, 4000]);
  pickTo(store, id(1000));
  expect(picked(store)).toEqual([1000, 2000]);
});

test('everything is what the search has left', () => {
  const store = aStore();
  patchSlice(store, 'view', { search: ':2000' });
  pickAll(store);
  patchSlice(store, 'view', { search: '' });
  expect(picked(store)).toEqual([2000]);
});

test('a picked row that is not in the list is not acted on', () => {
  const store = aStore();
  pickAll(store);
  patchSlice(store, 'view', { search: ':2000' });
  expect(picked(store)).toEqual([2000]);
});

test('a row that closed is not acted on', () => {
  const store = aStore();
  pickAll(store);
  applyEvents(store).event('changes', {
    sequence: 2,
    scannedAt: at,
    listeners: [],
    removedListeners: [id(2000)],
    processes: [],
    removedProcesses: [],
    events: [],
  });
  expect(picked(store)).toEqual([1000, 3000, 4000]);
});

test('nothing is left once it is cleared', () => {
  const store = aStore();
  pickAll(store);
  clearPicks(store);
  expect(picked(store)).toEqual([]);
});
