import type { HeldListener } from './facts.ts';
import type { Pasted } from './pasted.ts';

/** The addresses that a client of the text connects to, in its order; empty where the text names none. */
export function addressesTried(pasted: Pasted, localhostOrder: readonly string[]): readonly string[] {
  const { host, family, side } = pasted;
  const address = plain(pasted.address);
  const isName =
    address === null ? host !== null : host === 'localhost' || (side === 'client' && family === null);
  if (isName) return localhostOrder;
  if (address === null) return [];
  // A client that connects to every address connects to its own machine.
  if (address === '0.0.0.0') return ['127.0.0.1'];
  return address === '::' ? ['::1', '127.0.0.1'] : [address];
}

/** The listener that gets connections to an address: the one bound to it, else a wildcard. */
export function findReached(listeners: readonly HeldListener[], address: string): HeldListener | null {
  const bound = (wanted: string) => listeners.find(({ listener }) => listener.address === wanted) ?? null;
  // A wildcard of IPv6 takes IPv4 too unless it was told not to, which the tables do not show.
  return bound(address) ?? (isIpv6(address) ? bound('::') : (bound('0.0.0.0') ?? bound('::')));
}

/** The listener beside which a program cannot listen on an address, as Linux sees it. Null address means every one. */
export function findConflict(listeners: readonly HeldListener[], pasted: Pasted): HeldListener | null {
  const address = plain(pasted.address);
  const wanted = address ?? (pasted.host === null ? '::' : '127.0.0.1');
  const collides = (other: string) =>
    other === wanted ||
    wanted === '::' ||
    other === '::' ||
    (isIpv6(wanted) === isIpv6(other) && (wanted === '0.0.0.0' || other === '0.0.0.0'));
  return listeners.find(({ listener }) => collides(listener.address)) ?? null;
}

export function isIpv6(address: string): boolean {
  return address.includes(':');
}

function plain(address: string | null): string | null {
  return address === null ? null : address.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
}
