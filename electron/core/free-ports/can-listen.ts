import { createServer } from 'node:net';

/**
 * The addresses that a development server is likely to be given. A dual-stack wildcard comes first, for on Linux it
 * collides with any other listener; macOS and Windows let a wildcard and a single address stand side by side.
 */
const addresses = ['::', '0.0.0.0', '127.0.0.1', '::1'] as const;

/** Without IPv6, or without one of these addresses, there is nothing to collide with. */
const notHere = new Set(['EAFNOSUPPORT', 'EADDRNOTAVAIL', 'EPROTONOSUPPORT', 'EINVAL']);

/** True when a program could listen on this port now, on whichever of the usual addresses. */
export async function canListen(port: number): Promise<boolean> {
  for (const host of addresses) {
    if (!(await canListenOn(port, host))) return false;
  }
  return true;
}

function canListenOn(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(notHere.has(code ?? '')));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
