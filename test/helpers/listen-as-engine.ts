import { chmod } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Endpoint } from '../../electron/core/containers/container-endpoints.ts';
import { temporaryFolder } from './temporary-folder.ts';

export type Replay = (request: IncomingMessage, response: ServerResponse) => void;

export interface ListeningEngine {
  readonly endpoint: Endpoint;
  readonly path: string;
  /** Method and path of everything that was asked, in order. */
  readonly asked: readonly string[];
}

/** A real HTTP server on a unix socket that answers as it is told, until the end of the test. */
export async function listenAsEngine(replay: Replay): Promise<ListeningEngine> {
  const folder = await temporaryFolder();
  // Others may get as far as the socket, so that it is the socket that turns them away.
  await chmod(folder, 0o755);
  const socket = path.join(folder, 'engine.sock');
  const asked: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    replay(request, response);
  });
  server.on('connection', (connection) => {
    open.add(connection);
    connection.on('close', () => open.delete(connection));
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  onTestFinished(async () => {
    for (const connection of open) connection.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { endpoint: { kind: 'socket', path: socket, isDefault: true }, path: socket, asked };
}

/** Answers every question with this text. */
export function always(body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Replay {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body);
  };
}
