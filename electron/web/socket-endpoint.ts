import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { socketProtocol } from '../../shared/rpc/page-key.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import type { SocketLimits } from './socket-limits.ts';
import { closeSocket, createSocketPipe } from './socket-pipe.ts';

export interface SocketEndpoint {
  /** True when one more connection is possible. */
  hasRoom(): boolean;
  /** Completes an upgrade that was checked before. */
  accept(request: IncomingMessage, connection: Duplex, head: Buffer): void;
  /** Says goodbye to everybody; resolves when all connections are gone. */
  close(): Promise<void>;
}

/** RFC 6455, section 7.4.1: the endpoint goes away. */
const goingAway = 1001;

/** Turns accepted WebSockets into pipes and keeps watch that their other ends are alive. */
export function createSocketEndpoint(
  serve: (pipe: Pipe) => void,
  limits: SocketLimits,
  elapsed: () => number,
): SocketEndpoint {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: limits.maxFrameBytes,
    // Compression costs time and memory and saves nothing on loopback.
    perMessageDeflate: false,
    // Never the key, which stands beside it.
    handleProtocols: () => socketProtocol,
  });
  const silent = new WeakSet<WebSocket>();

  const pings = setInterval(() => {
    for (const socket of server.clients) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      socket.ping();
    }
  }, limits.pingEveryMs);
  pings.unref();

  return {
    hasRoom: () => server.clients.size < limits.maxConnections,
    accept(request, connection, head) {
      server.handleUpgrade(request, connection, head, (socket) => {
        socket.on('pong', () => silent.delete(socket));
        serve(createSocketPipe(socket, limits, elapsed));
      });
    },
    async close() {
      clearInterval(pings);
      const sockets = [...server.clients];
      const gone = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const socket of sockets) closeSocket(socket, goingAway, 'Berth was stopped.');
      server.close();
      await Promise.all(gone);
    },
  };
}
