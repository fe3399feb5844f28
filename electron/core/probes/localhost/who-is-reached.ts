import type { Platform } from '../../../../shared/contract/host.ts';
import type { Listener } from '../../../../shared/contract/ports.ts';

export type LoopbackAddress = '127.0.0.1' | '::1';

/**
 * Which of the listeners of one port gets a connection to the address. The exact address wins over a wildcard, and the
 * wildcard of its own family over the one of IPv6, which takes both families. Windows lists a socket for both families
 * twice, so there an IPv6 wildcard alone takes IPv6 only.
 */
export function whoIsReached(
  address: string,
  samePort: readonly Listener[],
  platform: Platform,
): Listener | null {
  const bound = (to: string) =>
    samePort.find((listener) => listener.protocol === 'tcp' && plainAddress(listener) === to) ?? null;
  const exact = bound(address);
  if (exact) return exact;
  if (address.includes(':')) return bound('::');
  return bound('0.0.0.0') ?? (platform === 'win32' ? null : bound('::'));
}

/** Without its scope, and an IPv4 address in its own form. */
export function plainAddress({ address }: Listener): string {
  const plain = address.split('%', 1)[0] ?? '';
  return /^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(plain) ? plain.slice(7) : plain;
}

export function isLoopback(address: string): boolean {
  return address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address);
}

/** The loopback addresses on which a connection reaches this listener and nobody else. */
export function loopbackOf(
  listener: Listener,
  samePort: readonly Listener[],
  platform: Platform,
): readonly string[] {
  const address = plainAddress(listener);
  if (isLoopback(address)) return [address];
  const possible = address === '::' ? ['::1', '127.0.0.1'] : address === '0.0.0.0' ? ['127.0.0.1'] : [];
  return possible.filter((to) => whoIsReached(to, samePort, platform)?.id === listener.id);
}
