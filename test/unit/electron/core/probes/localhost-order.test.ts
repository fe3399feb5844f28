import { describe, expect, it } from 'vitest';
import { localhostOrder } from '../../../../../electron/core/probes/localhost/localhost-order.ts';

const debian = '127.0.0.1\tlocalhost\n127.0.1.1\tbox\n\n::1     localhost ip6-localhost ip6-loopback\n';
const base = { platform: 'linux', hosts: debian, gaiConf: null, hasIpv6: true } as const;

describe('where the name localhost leads', () => {
  it('is IPv6 first where both are in the hosts file', () => {
    expect(localhostOrder(base)).toEqual(['::1', '127.0.0.1']);
    expect(localhostOrder({ ...base, platform: 'darwin' })).toEqual(['::1', '127.0.0.1']);
  });

  it('is what the hosts file says, comments left out', () => {
    expect(localhostOrder({ ...base, hosts: '127.0.0.1 box LocalHost # ::1\n#::1 localhost\n' })).toEqual([
      '127.0.0.1',
    ]);
    expect(localhostOrder({ ...base, hosts: '::1 ip6-localhost\n127.0.0.1 localhost' })).toEqual([
      '127.0.0.1',
    ]);
  });

  it('is IPv4 only on a machine without ::1', () => {
    expect(localhostOrder({ ...base, hasIpv6: false })).toEqual(['127.0.0.1']);
  });

  it('is both on Windows, whose hosts file does not name it', () => {
    const hosts = '#\t127.0.0.1       localhost\r\n#\t::1             localhost\r\n';
    expect(localhostOrder({ ...base, platform: 'win32', hosts })).toEqual(['::1', '127.0.0.1']);
    expect(localhostOrder({ ...base, platform: 'win32', hosts: null })).toEqual(['::1', '127.0.0.1']);
  });

  it('is IPv4 first where gai.conf says so', () => {
    const preferred = 'precedence ::ffff:0:0/96  100\n';
    expect(localhostOrder({ ...base, gaiConf: preferred })).toEqual(['127.0.0.1', '::1']);
    expect(localhostOrder({ ...base, gaiConf: `#${preferred}` })).toEqual(['::1', '127.0.0.1']);
    const table = 'precedence ::1/128 50\nprecedence ::/0 40\nprecedence ::ffff:0:0/96 10\n';
    expect(localhostOrder({ ...base, gaiConf: table })).toEqual(['::1', '127.0.0.1']);
  });
});
