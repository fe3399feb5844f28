import { describe, expect, test } from 'vitest';
import { isAllowedHost, toHostNames } from '../../../../../../electron/core/folders/server/allowed-host.ts';

const none = toHostNames([]);

describe('isAllowedHost', () => {
  test.each([
    'localhost',
    'localhost:62893',
    'LocalHost.',
    'app.localhost:1',
    '127.0.0.1',
    '127.1.2.3:80',
    '[::1]',
    '[::1]:62893',
  ])('lets in %s', (host) => {
    expect(isAllowedHost(host, none)).toBe(true);
  });

  test.each([
    undefined,
    '',
    'evil.example',
    'localhost.evil.example',
    'notlocalhost',
    '127.0.0.1.evil.example',
    '127.evil.example',
    '[::2]',
    '[::1',
    '::1',
    'user@localhost',
    'localhost:port',
    'localhost:80:80',
    'localhost/x',
    ' localhost',
    '.localhost',
    '0.0.0.0',
    '192.168.1.2',
  ])('keeps out %s', (host) => {
    expect(isAllowedHost(host, none)).toBe(false);
  });

  test('lets in the names that were given, in every spelling', () => {
    const hosts = toHostNames(['192.168.1.2', 'FE80::1%eth0', 'Maya.local']);
    for (const host of ['192.168.1.2:62893', '[fe80::1]', 'maya.LOCAL.'])
      expect(isAllowedHost(host, hosts)).toBe(true);
    expect(isAllowedHost('192.168.1.3', hosts)).toBe(false);
  });
});
