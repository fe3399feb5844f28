import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { ownAddresses, urlOf } from '../../../../../electron/core/folders/own-addresses.ts';

const at = (address: string, internal = false) =>
  ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo;

test('others reach this machine at its outward addresses, IPv4 first', () => {
  const addresses = ownAddresses({
    lo: [at('127.0.0.1', true), at('::1', true)],
    wlan0: [at('2001:db8::7'), at('192.168.1.20'), at('fe80::1')],
    eth0: [at('169.254.3.4'), at('10.0.0.5')],
    none: undefined,
  });
  expect(addresses).toEqual(['192.168.1.20', '10.0.0.5', '2001:db8::7']);
});

test('an IPv6 address stands in brackets in a link', () => {
  expect(urlOf('::1', 62_893)).toBe('http://[::1]:62893/');
  expect(urlOf('127.0.0.1', 80)).toBe('http://127.0.0.1:80/');
});
