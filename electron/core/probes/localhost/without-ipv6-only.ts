import { createServer } from 'node:net';
import type { Platform } from '../../../../shared/contract/host.ts';
import type { Listener } from '../../../../shared/contract/ports.ts';
import { plainAddress, whoIsReached } from './who-is-reached.ts';

/**
 * A loopback address that nobody uses. On Linux all of 127.0.0.0/8 is there to bind, and a wildcard for both families
 * stands in its way while one for IPv6 only does not.
 */
const unusedLoopback = '127.255.254.253';

/**
 * The listeners of one port as an IPv4 connection meets them: without an IPv6 wildcard that turns out not to take both
 * families. The list of Linux does not tell them apart, so for a moment an address is bound that nobody connects to. What
 * cannot be found out stays as it was: both is what programs get unless they ask for less.
 */
export async function withoutIpv6Only(
  port: number,
  samePort: readonly Listener[],
  platform: Platform,
): Promise<readonly Listener[]> {
  const reached = whoIsReached('127.0.0.1', samePort, platform);
  if (platform !== 'linux' || !reached || plainAddress(reached) !== '::') return samePort;
  const isFree = await canBind(port);
  return isFree ? samePort.filter((listener) => listener !== reached) : samePort;
}

function canBind(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(false));
    server.listen({ port, host: unusedLoopback, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
