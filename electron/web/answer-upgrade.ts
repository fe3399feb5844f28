import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { checkRequest, type Door } from './check-request.ts';
import { readRequestFacts } from './request-facts.ts';
import type { SocketEndpoint } from './socket-endpoint.ts';
import { writeRefusal } from './write-refusal.ts';

/** Answers one upgrade: everything is checked before the connection becomes a WebSocket. */
export function answerUpgrade(
  request: IncomingMessage,
  connection: Duplex,
  head: Buffer,
  site: Door & { readonly sockets: SocketEndpoint },
): void {
  // Node takes its own listener off at the upgrade; a reset would end the process.
  connection.on('error', () => connection.destroy());
  const verdict = checkRequest(readRequestFacts(request), site);
  if (verdict.kind === 'refused') writeRefusal(connection, verdict.status, verdict.reason);
  else if (verdict.kind !== 'socket') writeRefusal(connection, 400, 'Pages are not upgraded.');
  else if (!site.sockets.hasRoom()) writeRefusal(connection, 503, 'Too many pages of Berth are open.');
  else site.sockets.accept(request, connection, head);
}
