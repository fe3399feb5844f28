import path from 'node:path';
import type { Platform } from '../../../../shared/contract/host.ts';
import { isAllowedHost } from './allowed-host.ts';
import type { Exchange } from './exchange.ts';
import { closeFile } from './file-calls.ts';
import { isHiddenName } from './hidden-name.ts';
import { LiveReload } from './live-reload.ts';
import { type FoundFile, type FoundFolder, Inside } from './open-inside.ts';
import { absent, badMethod, foreignHost, type Refusal } from './refusal.ts';
import { readTarget, type Target, toPath } from './request-target.ts';
import { type SendOptions, sendFile } from './send-file.ts';
import { sendListing } from './send-listing.ts';
import { sendRefusal } from './send-refusal.ts';
import type { FolderOptions } from './serve-folder.ts';

/** A refusal is still to be sent; null when the answer is on its way. */
type Answered = Refusal | null;

/** Finds the answer to each request for one folder. */
export class FolderAnswers {
  readonly liveReload: LiveReload | null;
  readonly #options: FolderOptions;
  readonly #platform: Platform;
  readonly #inside: Inside;
  readonly #send: SendOptions;

  constructor(options: FolderOptions, platform: Platform) {
    this.#options = options;
    this.#platform = platform;
    this.#inside = new Inside(options, platform);
    const ignores = options.hidden === 'deny' ? isHiddenName : () => false;
    this.liveReload = options.liveReload ? new LiveReload(this.#inside.root, ignores) : null;
    this.#send = { compress: options.compress, inject: this.liveReload };
  }

  async answer(exchange: Exchange, hosts: ReadonlySet<string>): Promise<void> {
    const refusal = await this.#answer(exchange, hosts);
    if (refusal === null) return;
    if (refusal.status === 404 && (await this.#sendOwn404(exchange))) return;
    sendRefusal(exchange, refusal, this.#options.cors ? 'GET, HEAD, OPTIONS' : 'GET, HEAD');
  }

  async #answer(exchange: Exchange, hosts: ReadonlySet<string>): Promise<Answered> {
    const { method, url = '', headers } = exchange.request;
    if (!isAllowedHost(headers.host, hosts)) return foreignHost;
    if (method === 'OPTIONS' && this.#options.cors) return answerPreflight(exchange);
    if (method !== 'GET' && method !== 'HEAD') return badMethod;
    if (this.liveReload?.owns(url)) return this.liveReload.answer(exchange, url);
    const target = readTarget(url, this.#platform);
    if (target.kind === 'refusal') return target;
    const found = await this.#inside.open(target.segments);
    switch (found.kind) {
      case 'file':
        return this.#answerFile(exchange, target, found);
      case 'folder':
        return this.#answerFolder(exchange, target, found);
      case 'refusal':
        return found.isAbsent ? this.#answerAbsent(exchange, target) : found;
    }
  }

  async #answerFile(exchange: Exchange, target: Target, file: FoundFile): Promise<Answered> {
    if (target.hasSlash) {
      closeFile(file.fd);
      return absent;
    }
    await sendFile(exchange, file, this.#send);
    return null;
  }

  async #answerFolder(exchange: Exchange, target: Target, folder: FoundFolder): Promise<Answered> {
    if (!target.hasSlash) {
      if (await this.#sendClean(exchange, target)) return null;
      // Never for good: a browser would remember it for whatever is served on this port next.
      const location = toPath(target.segments, true) + target.query;
      exchange.sendEmpty(302, ['Location', location, 'Cache-Control', 'no-store', 'Content-Length', 0]);
      return null;
    }
    const index = await this.#inside.open([...target.segments, 'index.html']);
    if (index.kind === 'file') {
      await sendFile(exchange, index, this.#send);
      return null;
    }
    if (index.kind === 'refusal' && !index.isAbsent) return index;
    if (!this.#options.listing) return absent;
    const { hidden } = this.#options;
    const script = this.liveReload?.element() ?? '';
    return sendListing(exchange, folder, target, { inside: this.#inside, hidden, script });
  }

  async #answerAbsent(exchange: Exchange, target: Target): Promise<Answered> {
    if (await this.#sendClean(exchange, target)) return null;
    const isPlace = path.extname(target.segments.at(-1) ?? '') === '';
    if (!this.#options.spa || !isPlace || !exchange.isNavigation) return absent;
    const index = await this.#inside.open(['index.html']);
    if (index.kind !== 'file') return absent;
    await sendFile(exchange, index, this.#send);
    return null;
  }

  /** /about from about.html, which goes before a folder of that name: builders write both. */
  async #sendClean(exchange: Exchange, { segments, hasSlash }: Target): Promise<boolean> {
    const name = segments.at(-1);
    if (!this.#options.cleanUrls || hasSlash || name === undefined) return false;
    const page = await this.#inside.open([...segments.slice(0, -1), `${name}.html`]);
    if (page.kind !== 'file') return false;
    await sendFile(exchange, page, this.#send);
    return true;
  }

  async #sendOwn404(exchange: Exchange): Promise<boolean> {
    const page = await this.#inside.open(['404.html']);
    if (page.kind !== 'file') return false;
    await sendFile(exchange, page, this.#send, 404);
    return true;
  }
}

function answerPreflight(exchange: Exchange): null {
  const methods = ['Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS'];
  const headers = ['Access-Control-Allow-Headers', '*', 'Access-Control-Max-Age', 600];
  exchange.sendEmpty(204, [...methods, ...headers, 'Allow', 'GET, HEAD, OPTIONS']);
  return null;
}
