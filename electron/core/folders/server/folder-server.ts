import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FolderHandler } from './serve-folder.ts';

/** What one client may cost. */
export interface ServerLimits {
  /** All headers with the request line. */
  readonly headerBytes: number;
  /** Until the last header has come. */
  readonly headersMs: number;
  /** Until the whole request has come. */
  readonly requestMs: number;
  /** Between two requests of one connection. */
  readonly keepAliveMs: number;
  /** Without a byte in either direction; a paused video asks again with a range. */
  readonly silenceMs: number;
  readonly connections: number;
}

export const usualLimits: ServerLimits = {
  headerBytes: 16 * 1024,
  headersMs: 15_000,
  requestMs: 30_000,
  keepAliveMs: 5000,
  silenceMs: 120_000,
  connections: 4096,
};

/** A server for one address of a folder; the same handler serves all of them. The caller lets it listen. */
export function createFolderServer(
  { handle }: Pick<FolderHandler, 'handle'>,
  limits: ServerLimits = usualLimits,
): Server {
  const options = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: Math.min(limits.headersMs, 5000),
  };
  const server = createServer(options, handle);
  server.setTimeout(limits.silenceMs);
  server.maxConnections = limits.connections;
  // A body that waits for a word is not wanted: the answer goes out without it.
  server.on('checkContinue', handle);
  server.on('clientError', refuseBroken);
  return server;
}

/** What is not even HTTP. The socket may be gone already. */
function refuseBroken(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  socket.end(`HTTP/1.1 ${statusFor(error.code)}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.destroySoon();
}

function statusFor(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
}
