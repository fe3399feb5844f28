import type { Server } from 'node:net';

export interface LoopbackServers {
  readonly ipv4: Server;
  readonly ipv6: Server;
}

export interface Listening {
  readonly port: number;
  /** False where this machine has no IPv6. */
  readonly hasIpv6: boolean;
}

/**
 * Listens on 127.0.0.1 and ::1 with the same port, so that `localhost` always means us. Rejects, and holds nothing,
 * when somebody else has the port on either; an address that this machine lacks is left out.
 */
export async function listenOnLoopback(servers: LoopbackServers, port: number): Promise<Listening> {
  await listen(servers.ipv4, '127.0.0.1', port);
  const actual = portOf(servers.ipv4);
  try {
    await listen(servers.ipv6, '::1', actual);
    return { port: actual, hasIpv6: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return { port: actual, hasIpv6: false };
    await stopListening(servers);
    throw error;
  }
}

/** Releases the port again. */
export async function stopListening(servers: LoopbackServers): Promise<void> {
  await Promise.all([servers.ipv4, servers.ipv6].map(closeServer));
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => (server.listening ? server.close(() => resolve()) : resolve()));
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A listening server has a port.');
  return address.port;
}
