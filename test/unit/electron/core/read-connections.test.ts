import { expect, test } from 'vitest';
import type { PortSocket } from '../../../../electron/core/doctor/system-facts.ts';
import { connectionsTo } from '../../../../electron/core/read-connections.ts';
import { aListener } from '../../../fakes/rows.ts';

const socket = (address: string, remoteAddress: string, change: Partial<PortSocket> = {}): PortSocket => ({
  family: address.includes(':') ? 6 : 4,
  address,
  remoteAddress,
  remotePort: 50_000,
  state: 'connected',
  holder: null,
  endsInMs: null,
  ...change,
});

test('counts what is connected to the very address, the busiest peer first', () => {
  const listener = aListener(5432, []);
  const sockets = [
    socket('127.0.0.1', '127.0.0.1'),
    socket('127.0.0.1', '10.0.0.9'),
    socket('127.0.0.1', '10.0.0.9'),
    socket('::1', '::1'),
    socket('127.0.0.1', '127.0.0.1', { state: 'time-wait' }),
    socket('127.0.0.1', '0.0.0.0', { state: 'listening' }),
  ];
  expect(connectionsTo(listener, [listener], sockets)).toEqual({
    established: 3,
    peers: [
      { address: '10.0.0.9', connections: 2 },
      { address: '127.0.0.1', connections: 1 },
    ],
  });
});

test('a wildcard takes every address of its family but those that have a listener of their own', () => {
  const wildcard = aListener(80, [], { address: '0.0.0.0' });
  const exact = aListener(80, []);
  const sockets = [socket('192.168.1.2', '10.0.0.9'), socket('127.0.0.1', '127.0.0.1')];
  expect(connectionsTo(wildcard, [wildcard, exact], sockets).established).toBe(1);
  expect(connectionsTo(exact, [wildcard, exact], sockets).established).toBe(1);
});

test('a listener of both families counts IPv4 peers too', () => {
  const both = aListener(80, [], { address: '::' });
  expect(connectionsTo(both, [both], [socket('::ffff:127.0.0.1', '::ffff:10.0.0.9')])).toEqual({
    established: 1,
    peers: [{ address: '10.0.0.9', connections: 1 }],
  });
});
