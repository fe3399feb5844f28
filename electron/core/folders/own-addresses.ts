import type { NetworkInterfaceInfo } from 'node:os';

/** The addresses of this machine that others can use, those of the usual network first; link-local ones left out. */
export function ownAddresses(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): readonly string[] {
  const all = Object.values(interfaces).flatMap((list) => list ?? []);
  const outward = all.filter(({ internal, address }) => !internal && !isLinkLocal(address));
  const v4 = outward.filter(({ family }) => family === 'IPv4');
  const v6 = outward.filter(({ family }) => family === 'IPv6');
  return [...new Set([...v4, ...v6].map(({ address }) => address))];
}

/** RFC 3927 and RFC 4291: they need a zone, which a link cannot carry. */
function isLinkLocal(address: string): boolean {
  return address.startsWith('169.254.') || /^fe[89ab]/i.test(address);
}

/** An address as it stands in a link. */
export function urlOf(address: string, port: number): string {
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}/`;
}
