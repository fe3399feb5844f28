import { createServer } from 'node:net';

/** What came of listening for an instant: `free`, or the code of the system (`EADDRINUSE`). */
export type ListenAttempt = 'free' | 'EADDRINUSE' | 'EACCES' | 'EADDRNOTAVAIL' | 'other';

/**
 * Listens on an address for an instant. Only where nothing was seen to listen: macOS and Windows would let it stand beside
 * another listener.
 */
export function tryToListen(port: number, address: string): Promise<ListenAttempt> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(attemptOf(code)));
    server.listen({ port, host: address, exclusive: true }, () => server.close(() => resolve('free')));
  });
}

function attemptOf(code: string | undefined): ListenAttempt {
  switch (code) {
    case 'EADDRINUSE':
    case 'EACCES':
    case 'EADDRNOTAVAIL':
      return code;
    default:
      return 'other';
  }
}
