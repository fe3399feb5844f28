import { expect, test } from 'vitest';
import { noticesOfChanges } from '../../../../../electron/desktop/notices/notices-of-changes.ts';
import type { KnownListener, PortChange } from '../../../../../electron/desktop/notices/port-ledger.ts';

const settings = { watchedPorts: [3000], notifyWatched: true, notifyNetwork: true };

function known(change: Partial<KnownListener> = {}): KnownListener {
  const { address = '127.0.0.1', port = 3000 } = change;
  return {
    id: `tcp/${address}/${port}`,
    port,
    protocol: 'tcp',
    address,
    reach: 'machine',
    name: 'node',
    isServedByBerth: false,
    ...change,
  };
}

function changeOf(
  before: readonly KnownListener[],
  after: readonly KnownListener[],
  hasNewOwner = false,
): PortChange {
  const port = (after[0] ?? before[0])?.port ?? 0;
  const opened = after.filter(({ id }) => !before.some((one) => one.id === id));
  return { port, before, after, opened, hasNewOwner };
}

const titles = (change: PortChange, over: Partial<typeof settings> = {}) =>
  noticesOfChanges([change], { ...settings, ...over }).map(({ title, body }) => `${title}: ${body}`);

test('a watched port that opens is told with who and where', () => {
  expect(titles(changeOf([], [known()]))).toEqual(['Port 3000 opened: node listens on 127.0.0.1:3000.']);
});

test('a watched port that closes is told with who it was', () => {
  expect(titles(changeOf([known()], []))).toEqual(['Port 3000 closed: node does not listen any more.']);
});

test('a watched port that another program took is told with both', () => {
  expect(titles(changeOf([known()], [known({ name: 'python3' })], true))).toEqual([
    'Port 3000 changed hands: python3 holds it now, before node did.',
  ]);
});

test('a program that was started anew on the same port is told as new', () => {
  expect(titles(changeOf([known()], [known()], true))).toEqual([
    'Port 3000 changed hands: A new node holds it.',
  ]);
});

test('another program on another address in the place of the first changed hands', () => {
  const [was, is] = [known(), known({ address: '::1', name: 'python3' })];
  expect(titles(changeOf([was], [is]))[0]).toMatch(/^Port 3000 changed hands/);
});

test('a second address of a watched port is nothing new', () => {
  expect(titles(changeOf([known()], [known(), known({ address: '::1' })]))).toEqual([]);
});

test('a port that nobody watches is not told', () => {
  expect(titles(changeOf([], [known({ port: 4000 })]))).toEqual([]);
});

test('nothing is told of watched ports when that is turned off', () => {
  expect(titles(changeOf([], [known()]), { notifyWatched: false })).toEqual([]);
});

const wildcard = known({ port: 8000, address: '0.0.0.0', reach: 'network', name: 'python3' });

test('a new listener that other machines reach is told', () => {
  expect(titles(changeOf([], [wildcard]))).toEqual([
    'Port 8000 is open to the network: python3 listens on 0.0.0.0:8000, which other machines can reach.',
  ]);
});

test('a listener that opens up to the network is told, also when the port was busy before', () => {
  expect(titles(changeOf([known({ port: 8000 })], [known({ port: 8000 }), wildcard]))).toHaveLength(1);
});

test('one that was open to the network before is not told again', () => {
  const six = { ...wildcard, id: 'tcp/::/8000', address: '::' };
  expect(titles(changeOf([wildcard], [wildcard, six]))).toEqual([]);
});

test.each<[string, Partial<KnownListener>]>([
  ['UDP', { protocol: 'udp' }],
  ['a folder that Berth serves', { isServedByBerth: true }],
])('%s on the network is not told', (_what, change) => {
  expect(titles(changeOf([], [{ ...wildcard, ...change }]))).toEqual([]);
});

test('nothing is told of the network when that is turned off', () => {
  expect(titles(changeOf([], [wildcard]), { notifyNetwork: false })).toEqual([]);
});

test('a watched port that opens to the network is one notice', () => {
  expect(titles(changeOf([], [{ ...wildcard, port: 3000 }]))).toHaveLength(1);
});

test('a click on a notice shows the listener', () => {
  expect(noticesOfChanges([changeOf([], [known()])], settings)[0]?.listenerId).toBe('tcp/127.0.0.1/3000');
});
