import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface RecordedConnection {
  /** What was sent, as Latin-1. */
  received: string;
  /** How it ended: by a proper close or by a reset. */
  ended: 'open' | 'closed' | 'reset';
}

export interface RecordingServer {
  readonly port: number;
  readonly connections: readonly RecordedConnection[];
}

/** How a server behaves: `greet` on connection, `reply` to what was received. */
export interface Behaviour {
  readonly greet?: (socket: Socket) => void;
  readonly reply?: (socket: Socket, received: string) => void;
  readonly host?: string;
}

/** A server of the test's own that notes every connection and everything that comes. */
export async function listenAndRecord({
  greet,
  reply,
  host = '127.0.0.1',
}: Behaviour): Promise<RecordingServer> {
  const connections: RecordedConnection[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const connection: RecordedConnection = { received: '', ended: 'open' };
    connections.push(connection);
    sockets.add(socket);
    socket.on('error', () => {
      connection.ended = 'reset';
    });
    socket.on('end', () => {
      if (connection.ended === 'open') connection.ended = 'closed';
    });
    socket.on('data', (chunk) => {
      connection.received += chunk.toString('latin1');
      reply?.(socket, connection.received);
    });
    greet?.(socket);
  });
  server.listen(0, host);
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { port: address.port, connections };
}
