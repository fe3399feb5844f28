import { describe, expect, it } from 'vitest';
import { serviceName } from '../../../../../electron/core/ports/port-knowledge.ts';
import { rangeOfPort } from '../../../../../electron/core/ports/range-of-port.ts';
import { reachOfAddress } from '../../../../../electron/core/ports/reach-of-address.ts';

describe('serviceName', () => {
  it.each([
    [22, 'tcp', 'ssh'],
    [80, 'tcp', 'http'],
    [514, 'tcp', 'shell'],
    [514, 'udp', 'syslog'],
    [5353, 'udp', 'mdns'],
    [5432, 'tcp', 'postgresql'],
    [6063, 'tcp', 'x11'],
    [6379, 'udp', null],
    [62893, 'tcp', null],
  ] as const)('calls %i/%s %s', (port, protocol, name) => {
    expect(serviceName(port, protocol)).toBe(name);
  });
});

describe('rangeOfPort', () => {
  it.each([
    [1, 'well-known'],
    [1023, 'well-known'],
    [1024, 'registered'],
    [49151, 'registered'],
    [49152, 'dynamic'],
    [65535, 'dynamic'],
  ])('puts %i among the %s ports', (port, range) => expect(rangeOfPort(port)).toBe(range));
});

describe('reachOfAddress', () => {
  it.each(['127.0.0.1', '127.255.255.254', '::1', '::1%lo', '::ffff:127.0.0.1'])(
    'keeps %s on the machine',
    (address) => expect(reachOfAddress(address)).toBe('machine'),
  );

  it.each([
    '0.0.0.0',
    '::',
    '192.0.2.1',
    '128.0.0.1',
    '::ffff:192.0.2.1',
    'fe80::1%lo',
    '::ffff:0.0.0.0',
    '1::1',
  ])('lets the network reach %s', (address) => expect(reachOfAddress(address)).toBe('network'));
});
