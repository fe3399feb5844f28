import { expect, test } from 'vitest';
import { type AppStore, createAppStore, patchSlice } from '../../../../renderer/store/app-store.ts';
import { applyEvents } from '../../../../renderer/store/apply-events.ts';
import { selectCounts } from '../../../../renderer/store/select-counts.ts';
import { selectVisibleRows } from '../../../../renderer/store/select-rows.ts';
import { defaultSettings } from '../../../../shared/contract/default-settings.ts';
import type { Listener } from '../../../../shared/contract/ports.ts';
import type { Process } from '../../../../shared/contract/processes.ts';
import { aHost } from '../../../fakes/fake-berth.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

const at = '2026-01-02T03:04:06.000Z';
const source = { name: 'proc', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null } as const;

function storeWith(listeners: Listener[], processes: Process[]): AppStore {
  const store = createAppStore();
  const snapshot = { sequence: 1, scannedAt: at, source, listeners, processes };
  applyEvents(store).welcome({ host: aHost, settings: defaultSettings, snapshot, probes: [], folders: [] });
  return store;
}

const mine = aProcess(1, { name: 'node', startTime: '2026-01-02T01:00:00.000Z' });
const theirs = aProcess(2, { name: 'apache', user: 'root', startTime: '2026-01-02T02:00:00.000Z' });
const machine = () =>
  storeWith(
    [
      aListener(9000, [mine]),
      aListener(80, [theirs], { reach: 'network', address: '0.0.0.0' }),
      aListener(53, [], { protocol: 'udp', socketUser: 'maya', ownersHidden: true }),
    ],
    [mine, theirs],
  );
const ports = (store: AppStore) => selectVisibleRows(store.getState()).map((row) => row.listener.port);

test('is ordered by port, a number, to begin with', () => {
  expect(ports(machine())).toEqual([53, 80, 9000]);
});

test('orders by another column and back to front', () => {
  const store = machine();
  patchSlice(store, 'view', { sort: { column: 'process', descending: false } });
  expect(ports(store)).toEqual([80, 9000, 53]);
  patchSlice(store, 'view', { sort: { column: 'port', descending: true } });
  expect(ports(store)).toEqual([9000, 80, 53]);
});

test('a row without an owner is last by up time, whichever way', () => {
  const store = machine();
  patchSlice(store, 'view', { sort: { column: 'up', descending: false } });
  expect(ports(store)).toEqual([80, 9000, 53]);
  patchSlice(store, 'view', { sort: { column: 'up', descending: true } });
  expect(ports(store)).toEqual([9000, 80, 53]);
});

test('puts what opens in its place and forgets what is gone', () => {
  const store = machine();
  expect(ports(store)).toEqual([53, 80, 9000]);
  const change = {
    sequence: 2,
    scannedAt: at,
    listeners: [aListener(3000, [mine])],
    removedListeners: [],
    processes: [],
    removedProcesses: [],
    events: [],
  };
  applyEvents(store).event('changes', change);
  expect(ports(store)).toEqual([53, 80, 3000, 9000]);
});

test.each([
  ['mine', [53, 9000]],
  ['network', [80]],
  ['tcp', [80, 9000]],
  ['udp', [53]],
] as const)('the filter %s shows its rows', (filter, shown) => {
  const store = machine();
  patchSlice(store, 'view', { filter });
  expect(ports(store)).toEqual(shown);
});

test('the counts are those of the filters', () => {
  expect(selectCounts(machine().getState())).toEqual({
    all: 3,
    'dev-server': 0,
    database: 0,
    mine: 2,
    network: 1,
    tcp: 2,
    udp: 1,
  });
});

test('the same state gives the same list', () => {
  const store = machine();
  patchSlice(store, 'view', { search: '80' });
  expect(selectVisibleRows(store.getState())).toBe(selectVisibleRows(store.getState()));
});

test('two stores do not get each other’s rows', () => {
  const one = machine();
  const other = storeWith([aListener(1, [mine])], [mine]);
  expect(ports(one)).toEqual([53, 80, 9000]);
  expect(ports(other)).toEqual([1]);
  expect(ports(one)).toEqual([53, 80, 9000]);
});
