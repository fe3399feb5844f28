import { expect, test } from 'vitest';
import { portHolder } from '../../../../electron/web/port-holder.ts';
import type { Listener } from '../../../../shared/contract/ports.ts';
import type { Snapshot } from '../../../../shared/contract/snapshot.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

const owner = aProcess(4242, { name: 'python3' });

function snapshotOf(...listeners: Listener[]): Snapshot {
  return {
    sequence: 1,
    scannedAt: '2026-01-02T03:04:05.670Z',
    source: { name: 'proc', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null },
    listeners,
    processes: [owner],
  };
}

test.each(['127.0.0.1', '::1', '0.0.0.0', '::'])('a listener on %s holds the port', (address) => {
  const snapshot = snapshotOf(aListener(3000, [owner], { address }));
  expect(portHolder(snapshot, 3000)).toBe('python3 (pid 4242)');
});

test.each([
  ['on another port', aListener(3001, [owner])],
  ['of UDP', aListener(3000, [owner], { protocol: 'udp' })],
  ['on an address that loopback does not reach', aListener(3000, [owner], { address: '192.168.1.5' })],
])('a listener %s does not', (_, listener) => {
  expect(portHolder(snapshotOf(listener), 3000)).toBeNull();
});

test('a hidden owner is named by its user, where that is known', () => {
  const hidden = { ownersHidden: true, socketUser: 'root' };
  expect(portHolder(snapshotOf(aListener(3000, [], hidden)), 3000)).toBe('a program of root');
  expect(portHolder(snapshotOf(aListener(3000, [], { ...hidden, socketUser: null })), 3000)).toBe(
    'a program that this user may not see',
  );
});
