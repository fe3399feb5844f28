import type { Connections } from '../../shared/contract/connections.ts';
import type { Platform } from '../../shared/contract/host.ts';
import type { Listener } from '../../shared/contract/ports.ts';
import type { Snapshot } from '../../shared/contract/snapshot.ts';
import { fail, type Outcome, succeed } from '../../shared/rpc/failure.ts';
import { chooseSystemFacts } from './doctor/choose-system-facts.ts';
import type { PortSocket } from './doctor/system-facts.ts';

const shownPeers = 20;
/** Longest wait for a tool of the system; milliseconds. */
const patience = 4000;

/** Who is connected to a listener, read when somebody asks. */
export function createConnectionsReader(platform: Platform, snapshot: () => Snapshot) {
  const system = chooseSystemFacts(platform);
  return async (listenerId: string): Promise<Outcome<Connections>> => {
    const { listeners } = snapshot();
    const listener = listeners.find(({ id }) => id === listenerId);
    if (!listener) return fail('not-found', 'Nothing listens there any more.');
    // UDP has no connections, and no table says who sends.
    if (listener.protocol === 'udp') return succeed({ established: null, peers: [] });
    const sockets = await system.socketsOn(listener.port, AbortSignal.timeout(patience));
    if (!sockets.known) return succeed({ established: null, peers: [] });
    return succeed(connectionsTo(listener, listeners, sockets.value));
  };
}

/** A wildcard takes what no listener with a closer address takes. */
export function connectionsTo(
  listener: Listener,
  all: readonly Listener[],
  sockets: readonly PortSocket[],
): Connections {
  const closer = all
    .filter(({ port, protocol, id }) => port === listener.port && protocol === 'tcp' && id !== listener.id)
    .map(({ address }) => address);
  const isAny = listener.address === '0.0.0.0' || listener.address === '::';
  const isOurs = ({ address, family }: PortSocket) =>
    isAny
      ? family === listener.family && !closer.includes(plain(address))
      : plain(address) === listener.address;
  const connected = sockets.filter((socket) => socket.state === 'connected' && isOurs(socket));
  const counts = new Map<string, number>();
  for (const { remoteAddress } of connected) {
    const peer = plain(remoteAddress);
    counts.set(peer, (counts.get(peer) ?? 0) + 1);
  }
  const peers = [...counts].map(([address, connections]) => ({ address, connections }));
  peers.sort((a, b) => b.connections - a.connections || a.address.localeCompare(b.address));
  return { established: connected.length, peers: peers.slice(0, shownPeers) };
}

/** An IPv4 address as a socket of both families tells it (RFC 4291, 2.5.5.2). */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
