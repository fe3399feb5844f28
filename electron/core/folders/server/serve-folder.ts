import type { IncomingMessage, ServerResponse } from 'node:http';

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
