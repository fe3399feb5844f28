import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import type { Log } from '../core/lib/log.ts';
import { answerRequest } from './answer-request.ts';
import { answerUpgrade } from './answer-upgrade.ts';
import { defaultWebPort, webPortCandidates } from './choose-web-port.ts';
import { listenError } from './listen-failure.ts';
import {
  type Listening,
  type LoopbackServers,
  listenOnLoopback,
  stopListening,
} from './listen-on-loopback.ts';
import { createSession } from './session-token.ts';
import { createSocketEndpoint } from './socket-endpoint.ts';
import { type SocketLimits, socketLimits } from './socket-limits.ts';
import { readUiAssets } from './ui-assets.ts';
import { webAddress } from './web-address.ts';
import { writeRefusal } from './write-refusal.ts';

export interface WebServerOptions {
  /** Serves one admitted page over its pipe. */
  readonly serve: (pipe: Pipe) => void;
  /** Null takes the default or the next free one. */
  readonly port: number | null;
  /** The built interface, with an index.html in it. */
  readonly uiFolder: string;
  /** Who holds a port, for choosing another and for saying why not; null when nobody is known to. */
  readonly holderOf: (port: number) => string | null;
  readonly log: Log;
  readonly limits?: Partial<SocketLimits>;
}

export interface WebServer {
  readonly port: number;
  /** The link that lets any browser in while this run lasts. */
  readonly url: string;
  /** A link that lets one browser in; for command lines, which other users can read. */
  ticketUrl(): string;
  readonly listening: Listening;
  /** Says goodbye to every page; resolves when nothing is left running. */
  close(): Promise<void>;
}

/** Offers the interface on loopback to those who have the link. Rejects with a `ListenError` or a `UiMissingError`. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const assets = await readUiAssets(options.uiFolder);
  const limits = { ...socketLimits, ...options.limits };
  const servers = { ipv4: createHttpServer(), ipv6: createHttpServer() };
  const listening = await listenOnFirst(servers, options);

  const session = createSession(listening.port);
  const address = webAddress(listening.port);
  const sockets = createSocketEndpoint(options.serve, limits, () => performance.now());
  const site = { session, address, assets, sockets };
  for (const server of [servers.ipv4, servers.ipv6]) {
    server.on('request', (request, response) => answerRequest(request, response, site));
    server.on('checkContinue', (request, response) => answerRequest(request, response, site));
    server.on('upgrade', (request, connection, head) => answerUpgrade(request, connection, head, site));
    server.on('error', (error) => options.log.error('The web server failed.', error));
  }
  const link = (token: string) => `${address.origin}/?token=${token}`;

  return {
    port: listening.port,
    url: link(session.linkToken),
    ticketUrl: () => link(session.issueTicket()),
    listening,
    async close() {
      const stopped = stopListening(servers);
      await sockets.close();
      servers.ipv4.closeAllConnections();
      servers.ipv6.closeAllConnections();
      await stopped;
    },
  };
}

/** Times in milliseconds. Requests have no body, so a header that takes long is nobody's honest one. */
function createHttpServer(): Server {
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 15_000,
    keepAliveTimeout: 5000,
    connectionsCheckingInterval: 2000,
  });
  server.maxConnections = 128;
  server.on('clientError', (error: NodeJS.ErrnoException, connection) => {
    answerClientError(error, connection as Socket);
  });
  return server;
}

function answerClientError(error: NodeJS.ErrnoException, connection: Socket): void {
  if (error.code === 'HPE_HEADER_OVERFLOW') writeRefusal(connection, 431, 'The request is too large.');
  else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT')
    writeRefusal(connection, 408, 'The request took too long.');
  else writeRefusal(connection, 400, 'This is not a request that Berth understands.');
}

async function listenOnFirst(servers: LoopbackServers, options: WebServerOptions): Promise<Listening> {
  const { port: wanted, holderOf } = options;
  const holder = wanted === null ? null : holderOf(wanted);
  if (wanted !== null && holder !== null) throw listenError('EADDRINUSE', wanted, holder);

  let failure = listenError(undefined, defaultWebPort, null);
  for (const candidate of webPortCandidates(wanted, (port) => holderOf(port) !== null)) {
    try {
      return await listenOnLoopback(servers, candidate);
    } catch (error) {
      failure = listenError((error as NodeJS.ErrnoException).code, candidate, null);
    }
  }
  throw failure;
}
