import type { Protocol } from '../../../shared/contract/ports.ts';
import type { EngineContainer, PublishedPort } from './engine-container.ts';

export interface ListenerPlace {
  readonly protocol: Protocol;
  readonly address: string;
  readonly port: number;
}

/**
 * The container whose published port a listener is. The address decides between two containers that publish the same
 * port on different addresses; a proxy may well listen on another one than was told, as on `::` for every address.
 */
export function matchingContainer(
  containers: readonly EngineContainer[],
  place: ListenerPlace,
): EngineContainer | null {
  let best: EngineContainer | null = null;
  let bestRank = 0;
  for (const container of containers) {
    const rank = Math.max(0, ...container.published.map((port) => rankOf(port, place)));
    // Every container of a pod is told with the pod's ports; the one that only keeps them open says least.
    const fullRank = rank === 0 || isPause(container) ? rank : rank + 0.5;
    if (fullRank <= bestRank) continue;
    best = container;
    bestRank = fullRank;
  }
  return best;
}

/** 0 is no match. */
function rankOf(published: PublishedPort, { protocol, address, port }: ListenerPlace): number {
  if (published.protocol !== protocol || published.port !== port) return 0;
  const told = published.address;
  if (told === address) return 4;
  // Docker tells IPv4 and IPv6 apart; a proxy that listens on both at once shows up as one listener on `::`.
  if (told === null || isWildcard(told)) return told !== null && isV6(told) === isV6(address) ? 3 : 2;
  if (isLoopback(told) && isLoopback(address)) return 1;
  return 0;
}

function isPause({ image }: EngineContainer): boolean {
  return /(^|[/-])pause(:|@|$)/.test(image) || image === '';
}

function isWildcard(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}

function isV6(address: string): boolean {
  return address.includes(':');
}
