import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Exchange } from './exchange.ts';
import { injectScript } from './inject-script.ts';
import { exhausted, type Refusal, withheld } from './refusal.ts';
import { reloadScript } from './reload-script.ts';
import { type FolderWatch, watchFolder } from './watch-folder.ts';

/** Proxies and our own time limit end a stream that is silent for longer. */
const heartbeatMs = 15_000;
const mostStreams = 200;
/** Until a page looks for a server that went away. */
const retryMs = 1000;
const script = Buffer.from(reloadScript);

/** Tells open pages when a file changed. The folder is watched from the first page on. */
export class LiveReload {
  /** Tells answers with our script from those of an earlier run. */
  readonly variant: string;
  readonly #root: string;
  readonly #ignoresName: (name: string) => boolean;
  /** Random, so that no file has its name and no other page can listen. */
  readonly #prefix = `/berth-${randomBytes(12).toString('hex')}/`;
  readonly #streams = new Set<ServerResponse>();
  #watch: Promise<FolderWatch | null> | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #sequence = 0;
  #trouble: string | null = null;
  #isClosed = false;

  constructor(root: string, ignoresName: (name: string) => boolean) {
    this.#root = root;
    this.#ignoresName = ignoresName;
    this.variant = `-${this.#prefix.slice(-9, -1)}`;
  }

  readonly into = (page: Buffer): Buffer => injectScript(page, this.element());

  /** What a page is given is a page that may change: the folder is watched from here on. */
  element(): string {
    void this.#watching();
    return `<script src="${this.#prefix}reload.js"></script>`;
  }

  owns(target: string): boolean {
    return target.startsWith(this.#prefix);
  }

  answer(exchange: Exchange, target: string): Refusal | null {
    const name = target.slice(this.#prefix.length);
    if (name === 'reload.js') {
      const type = ['Content-Type', 'text/javascript; charset=utf-8'];
      exchange.sendWhole(200, [...type, 'Cache-Control', 'max-age=3600'], script);
      return null;
    }
    if (name !== 'events' || exchange.isHead) return withheld;
    if (this.#streams.size >= mostStreams || this.#isClosed) return exhausted;
    this.#open(exchange);
    return null;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#heartbeat !== null) clearInterval(this.#heartbeat);
    for (const stream of this.#streams) stream.end();
    // A change that comes now would be written behind the end.
    this.#streams.clear();
    await (await this.#watch)?.close();
  }

  #open(exchange: Exchange): void {
    const { response } = exchange;
    exchange.writeHead(200, ['Content-Type', 'text/event-stream', 'Cache-Control', 'no-store']);
    this.#streams.add(response);
    response.once('close', () => this.#streams.delete(response));
    response.write(`retry: ${retryMs}\n\n`);
    this.#heartbeat ??= setInterval(() => this.#tell(':\n\n'), heartbeatMs).unref();
    void this.#greet(response);
  }

  /** Not before the watcher is at work: from here on the page hears of every change. */
  async #greet(response: ServerResponse): Promise<void> {
    await (await this.#watching())?.ready;
    if (!this.#streams.has(response)) return;
    response.write(event('state', { sequence: this.#sequence }));
    if (this.#trouble !== null) response.write(event('trouble', this.#trouble));
  }

  #watching(): Promise<FolderWatch | null> {
    this.#watch ??= this.#isClosed ? Promise.resolve(null) : this.#startWatching();
    return this.#watch;
  }

  async #startWatching(): Promise<FolderWatch | null> {
    try {
      return await watchFolder(this.#root, this.#ignoresName, {
        changed: (paths) => this.#changed(paths),
        failed: (error) => this.#failed(error),
      });
    } catch (error) {
      this.#failed(error as Error);
      return null;
    }
  }

  #changed(paths: readonly string[]): void {
    this.#sequence += 1;
    const areStyles = paths.every((one) => one.toLowerCase().endsWith('.css'));
    const styles = areStyles ? paths.map((one) => `/${one}`) : null;
    this.#tell(event('change', { sequence: this.#sequence, styles }));
  }

  #failed({ code = 'unknown' }: NodeJS.ErrnoException): void {
    this.#trouble = `Berth cannot watch all of this folder (${code}): some changes will not reload this page.`;
    this.#tell(event('trouble', this.#trouble));
  }

  #tell(text: string): void {
    for (const stream of this.#streams) stream.write(text);
  }
}

function event(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
