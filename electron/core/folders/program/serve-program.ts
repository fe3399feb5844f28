import type { Server } from 'node:http';
import { createFolderServer } from '../server/folder-server.ts';
import { createFolderHandler, type FolderHandler, type RequestRecord } from '../server/serve-folder.ts';
import { listenOnPort } from './listen-on-port.ts';
import type { PortRefusal, ServeNews, ServeOrder } from './messages.ts';

/** Requests are told together, so that a busy page costs the monitor nothing; milliseconds. */
const tellEvery = 250;
/** Of one telling; what is more was counted all the same by the one who asks for totals. */
const mostRecords = 2000;
/** What is being sent may go on for so long after a stop; milliseconds. */
const stopGrace = 1000;

export interface ParentLine {
  send(news: ServeNews): void;
  /** Ends this process. */
  leave(exitCode: number): void;
}

/** Serves one folder, as its parent orders. */
export class ServeProgram {
  readonly #parent: ParentLine;
  #servers: readonly Server[] = [];
  #handler: FolderHandler | null = null;
  #records: RequestRecord[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(parent: ParentLine) {
    this.#parent = parent;
  }

  async obey(order: ServeOrder): Promise<void> {
    switch (order.kind) {
      case 'serve':
        return this.#serve(order);
      case 'stop':
        return this.stop();
    }
  }

  async stop(): Promise<void> {
    this.#tellRequests();
    await this.#handler?.close();
    const closed = Promise.all(this.#servers.map(close));
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, stopGrace))]);
    for (const server of this.#servers) server.closeAllConnections();
    this.#parent.leave(0);
  }

  async #serve({ options, platform, ports, network, hosts }: ServeOrder & { kind: 'serve' }): Promise<void> {
    const handler = this.#openHandler(options, platform, hosts);
    if (!handler) return;
    const taken: PortRefusal[] = [];
    for (const port of ports) {
      const listening = await listenOnPort({ port, network, create: () => createFolderServer(handler) });
      if (listening.ok) {
        this.#servers = listening.servers;
        this.#parent.send({ kind: 'listening', port, addresses: listening.addresses, taken });
        return;
      }
      taken.push({ port, code: listening.code });
    }
    this.#parent.send({ kind: 'no-port', taken });
  }

  #openHandler(
    options: Parameters<typeof createFolderHandler>[0],
    platform: Parameters<typeof createFolderHandler>[1],
    hosts: readonly string[],
  ): FolderHandler | null {
    try {
      this.#handler = createFolderHandler(options, platform, (record) => this.#note(record));
      this.#handler.setHosts(hosts);
      return this.#handler;
    } catch (error) {
      this.#parent.send({ kind: 'broken', message: (error as Error).message });
      return null;
    }
  }

  #note(record: RequestRecord): void {
    this.#records.push(record);
    if (this.#records.length >= mostRecords) this.#tellRequests();
    this.#timer ??= setTimeout(() => this.#tellRequests(), tellEvery);
  }

  #tellRequests(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#records.length === 0) return;
    this.#parent.send({ kind: 'requests', records: this.#records });
    this.#records = [];
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
