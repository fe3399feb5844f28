import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Platform } from '../../../../shared/contract/host.ts';
import { toHostNames } from './allowed-host.ts';
import { Exchange } from './exchange.ts';
import { FolderAnswers } from './folder-answers.ts';
import { InTurn } from './in-turn.ts';
import { broken } from './refusal.ts';
import { sendRefusal } from './send-refusal.ts';

/** How one folder is served. Everything is decided here; a change means a new handler. */
export interface FolderOptions {
  /** Absolute. */
  readonly root: string;
  /** A folder without index.html answers with a page of what it holds. */
  readonly listing: boolean;
  /** Unknown paths without an extension that a browser navigates to answer with /index.html. */
  readonly spa: boolean;
  /** /about answers with about.html. /about.html stays what it is. */
  readonly cleanUrls: boolean;
  /** Pages of every origin may read the files. */
  readonly cors: boolean;
  /** Names that begin with a dot; .well-known is always allowed. */
  readonly hidden: 'deny' | 'allow';
  readonly links: 'inside' | 'never';
  /** Text is sent as brotli or gzip. It pays over a network, hardly on this machine. */
  readonly compress: boolean;
  readonly liveReload: boolean;
}

/** One request that was answered, or given up by who asked. */
export interface RequestRecord {
  /** Milliseconds since the epoch at which it came. */
  readonly at: number;
  readonly method: string;
  /** The target as it was sent, cut to 1,024 characters. */
  readonly path: string;
  /** Zero when who asked was gone before the answer. */
  readonly status: number;
  /** Of the body, as far as they were handed to the connection. */
  readonly bytes: number;
  readonly durationMs: number;
  readonly peer: string;
}

export interface FolderHandler {
  /** A listener for the requests of any number of servers, see createFolderServer. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Host names that are allowed besides those of this machine, for instance its addresses in the network. Replaced whole. */
  setHosts(hosts: readonly string[]): void;
  /** Ends the event streams and the watcher. */
  close(): Promise<void>;
}

const longestRecordedPath = 1024;

/** Throws when the folder is not there. `tell` hears of every request once it is over, streams of live reload left out. */
export function createFolderHandler(
  options: FolderOptions,
  platform: Platform,
  tell: (record: RequestRecord) => void,
): FolderHandler {
  const answers = new FolderAnswers(options, platform);
  const inTurn = new InTurn();
  let hosts: ReadonlySet<string> = new Set();
  return {
    handle(request, response) {
      const exchange = new Exchange(request, response, options.cors);
      if (answers.liveReload?.owns(request.url ?? '') !== true) recordWhenOver(exchange, tell);
      inTurn.run(request, response, () => {
        answers.answer(exchange, hosts).catch(() => giveUp(exchange));
      });
    },
    setHosts(names) {
      hosts = toHostNames(names);
    },
    async close() {
      await answers.liveReload?.close();
    },
  };
}

function giveUp(exchange: Exchange): void {
  if (exchange.response.headersSent) exchange.response.destroy();
  else sendRefusal(exchange, broken, '');
}

function recordWhenOver(exchange: Exchange, tell: (record: RequestRecord) => void): void {
  const { request, response } = exchange;
  const at = Date.now();
  const start = performance.now();
  // Gone from the socket once it is closed.
  const peer = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  response.once('close', () => {
    const { method = '', url = '' } = request;
    const status = response.headersSent ? response.statusCode : 0;
    const durationMs = performance.now() - start;
    tell({
      at,
      method,
      path: url.slice(0, longestRecordedPath),
      status,
      bytes: exchange.bytes,
      durationMs,
      peer,
    });
  });
}
