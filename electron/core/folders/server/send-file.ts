import { type ByteRange, readRange } from './byte-range.ts';
import { encodingFor, sendCompressed } from './compressed-body.ts';
import { contentType, type FileType, fileTypeOf } from './content-type.ts';
import type { Exchange, HeaderList } from './exchange.ts';
import { FileBody } from './file-body.ts';
import { closeFile, readBytes } from './file-calls.ts';
import type { FoundFile } from './open-inside.ts';
import { allowsRange, isFresh, type Validators, validatorsOf } from './validators.ts';

/** What one folder adds to its files. */
export interface SendOptions {
  readonly compress: boolean;
  /** Puts the script of live reload into a page; null without live reload. */
  readonly inject: { readonly variant: string; readonly into: (page: Buffer) => Buffer } | null;
}

/** Up to here one read and one write are cheaper than a stream. */
const smallFile = 64 * 1024;
/** A larger page is data; it stays as it is. */
const largestInjected = 2 * 1024 * 1024;

/** Answers with a file and closes it, whatever happens. */
export async function sendFile(
  exchange: Exchange,
  file: FoundFile,
  options: SendOptions,
  status = 200,
): Promise<void> {
  const isHandedOver = await new FileAnswer(exchange, file, options, status).send().catch((error) => {
    closeFile(file.fd);
    throw error;
  });
  if (!isHandedOver) closeFile(file.fd);
}

class FileAnswer {
  readonly #exchange: Exchange;
  readonly #file: FoundFile;
  readonly #options: SendOptions;
  readonly #status: number;
  readonly #type: FileType;

  constructor(exchange: Exchange, file: FoundFile, options: SendOptions, status: number) {
    this.#exchange = exchange;
    this.#file = file;
    this.#options = options;
    this.#status = status;
    this.#type = fileTypeOf(file.path);
  }

  /** True when the descriptor now belongs to what sends the body. */
  async send(): Promise<boolean> {
    const { stats } = this.#file;
    const { inject } = this.#options;
    const isInjected = inject !== null && this.#type.isHtml && stats.size <= largestInjected;
    const validators = validatorsOf(stats, isInjected ? inject.variant : '');
    if (this.#status === 200 && isFresh(this.#exchange.request.headers, validators)) {
      this.#exchange.sendEmpty(304, cacheHeaders(validators, isInjected));
      return false;
    }
    const start = await this.#start(isInjected);
    const type = contentType(this.#type, start, start.length === stats.size);
    const headers = [
      ...(type === '' ? [] : ['Content-Type', type]),
      ...(this.#status === 200 ? cacheHeaders(validators, isInjected) : ['Cache-Control', 'no-store']),
    ];
    if (isInjected) return this.#sendPage(headers, inject.into(start));
    return this.#sendBody(headers, start);
  }

  /** As much of the beginning as is needed at once: what the type depends on, or the whole of a small file. */
  async #start(isInjected: boolean): Promise<Buffer> {
    const { fd, stats } = this.#file;
    if (isInjected) return readBytes(fd, 0, stats.size);
    const isWholeWanted = !this.#exchange.isHead && stats.size <= smallFile;
    if (!this.#type.needsLook && !isWholeWanted) return nothing;
    return readBytes(fd, 0, Math.min(smallFile, stats.size));
  }

  #sendPage(headers: HeaderList, page: Buffer): boolean {
    this.#exchange.sendWhole(this.#status, headers, page);
    return false;
  }

  #sendBody(headers: HeaderList, start: Buffer): boolean {
    const { size } = this.#file.stats;
    const range = this.#range();
    if (range === 'unsatisfiable') {
      this.#exchange.sendEmpty(416, ['Content-Range', `bytes */${size}`, 'Content-Length', 0]);
      return false;
    }
    if (range !== 'whole') return this.#sendRange(headers, start, range);
    const encoding = this.#encoding();
    if (encoding !== null) return sendCompressed(this.#exchange, this.#status, headers, this.#file, encoding);
    const vary = this.#options.compress && this.#type.isCompressible ? ['Vary', 'Accept-Encoding'] : [];
    const whole = [...headers, ...vary, 'Accept-Ranges', 'bytes', 'Content-Length', size];
    return this.#sendBytes(this.#status, whole, start, { start: 0, end: size - 1 });
  }

  #sendRange(headers: HeaderList, beginning: Buffer, range: ByteRange): boolean {
    const { start, end } = range;
    const place = ['Content-Range', `bytes ${start}-${end}/${this.#file.stats.size}`];
    const all = [...headers, 'Accept-Ranges', 'bytes', ...place, 'Content-Length', end - start + 1];
    return this.#sendBytes(206, all, beginning, range);
  }

  #sendBytes(status: number, headers: HeaderList, beginning: Buffer, { start, end }: ByteRange): boolean {
    const isHere = end < beginning.length;
    // Cut off since it was looked at: a promise that cannot be kept is not made.
    if (!isHere && !this.#exchange.isHead && this.#file.stats.size <= smallFile) {
      this.#exchange.response.destroy();
      return false;
    }
    this.#exchange.writeHead(status, headers);
    if (this.#exchange.isHead || end < start) {
      this.#exchange.response.end();
      return false;
    }
    if (isHere) {
      this.#exchange.sendLast(beginning.subarray(start, end + 1));
      return false;
    }
    new FileBody(this.#file.fd, start, end - start + 1, this.#exchange).send();
    return true;
  }

  #range(): ByteRange | 'whole' | 'unsatisfiable' {
    const { headers } = this.#exchange.request;
    const { stats } = this.#file;
    if (headers.range === undefined || this.#status !== 200) return 'whole';
    if (!allowsRange(headers['if-range'] as string | undefined, stats, Date.now())) return 'whole';
    return readRange(headers.range, stats.size);
  }

  #encoding(): 'br' | 'gzip' | null {
    if (!this.#options.compress || !this.#type.isCompressible) return null;
    return encodingFor(this.#exchange.request.headers['accept-encoding'], this.#file.stats.size);
  }
}

const nothing = Buffer.alloc(0);

/** A page with a script in it is not what the file's date stands for. */
function cacheHeaders({ etag, lastModified }: Validators, isInjected: boolean): HeaderList {
  const tag = ['ETag', etag, 'Cache-Control', 'no-cache'];
  return isInjected ? tag : [...tag, 'Last-Modified', lastModified];
}
