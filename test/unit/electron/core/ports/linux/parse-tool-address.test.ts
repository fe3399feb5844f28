import { describe, expect, it } from 'vitest';
import { parseToolAddress } from '../../../../../../electron/core/ports/linux/parse-tool-address.ts';

describe('parseToolAddress', () => {
  it.each([
    ['127.0.0.1:62893', undefined, 4, '127.0.0.1', 62893],
    ['127.0.0.53%lo:53', undefined, 4, '127.0.0.53', 53],
    ['0.0.0.0%eth0:68', undefined, 4, '0.0.0.0', 68],
    ['*:80', undefined, 6, '::', 80],
    ['*:80', 4, 4, '0.0.0.0', 80],
    ['*:80', 6, 6, '::', 80],
    ['[::1]:80', undefined, 6, '::1', 80],
    ['::1:80', 6, 6, '::1', 80],
    [':::80', 6, 6, '::', 80],
    ['[fe80::1]%eth0:80', undefined, 6, 'fe80::1%eth0', 80],
    ['[::ffff:127.0.0.1]:80', undefined, 6, '::ffff:127.0.0.1', 80],
    ['127.0.0.1:80', 6, 6, '::ffff:127.0.0.1', 80],
  ] as const)('reads %s (IPv%s) as IPv%i %s port %i', (text, given, family, address, port) => {
    expect(parseToolAddress(text, given)).toEqual({ family, address, port });
  });

  it.each([
    '',
    '80',
    ':80',
    '127.0.0.1:*',
    '127.0.0.1:0',
    '127.0.0.1:65536',
    'host:80',
    '[::1:80',
    '*:*',
    '1.2.3:4',
  ])('refuses %j', (text) => expect(parseToolAddress(text)).toBeNull());
});
