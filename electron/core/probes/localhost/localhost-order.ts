import type { Platform } from '../../../../shared/contract/host.ts';
import type { LoopbackAddress } from './who-is-reached.ts';

/** What decides where the name leads. Null for a file that is not there. */
export interface ResolverFacts {
  readonly platform: Platform;
  readonly hosts: string | null;
  /** `/etc/gai.conf` of glibc. */
  readonly gaiConf: string | null;
  /** Whether ::1 is an address of this machine: containers often have none. */
  readonly hasIpv6: boolean;
}

/** Addresses that `localhost` leads to here, in the order in which programs are given them. */
export function localhostOrder({ platform, hosts, gaiConf, hasIpv6 }: ResolverFacts): LoopbackAddress[] {
  const named = namedInHosts(hosts ?? '');
  // Without a line for it every system knows the name by itself (RFC 6761, section 6.3).
  const both: ReadonlySet<string> = new Set(['127.0.0.1', '::1']);
  const known = named.has('127.0.0.1') || named.has('::1') ? named : both;
  const isIpv4First = platform === 'linux' && ipv4ComesFirst(gaiConf ?? '');
  const order: LoopbackAddress[] = isIpv4First ? ['127.0.0.1', '::1'] : ['::1', '127.0.0.1'];
  return order.filter((address) => known.has(address) && (address === '127.0.0.1' || hasIpv6));
}

function namedInHosts(hosts: string): ReadonlySet<string> {
  const addresses = new Set<string>();
  for (const line of hosts.split('\n')) {
    if (!/localhost/i.test(line)) continue;
    const [address = '', ...names] = (line.split('#', 1)[0] ?? '').trim().split(/\s+/);
    if (names.some((name) => name.toLowerCase() === 'localhost')) addresses.add(address);
  }
  return addresses;
}

/** gai.conf(5): one line of `precedence` takes the place of the whole table of RFC 6724. */
function ipv4ComesFirst(gaiConf: string): boolean {
  const lines = [...gaiConf.matchAll(/^\s*precedence\s+(\S+)\s+(\d+)/gim)];
  if (lines.length === 0) return false;
  const given = new Map(lines.map(([, prefix = '', value]) => [prefix.toLowerCase(), Number(value)]));
  const others = given.get('::/0') ?? 40;
  return (given.get('::ffff:0:0/96') ?? others) > (given.get('::1/128') ?? others);
}
