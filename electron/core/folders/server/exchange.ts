import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http';

/** Names and values in turn, as node:http sends them without a look at each. */
export type HeaderList = readonly OutgoingHttpHeader[];

const always = ['X-Content-Type-Options', 'nosniff'];
// A script or a picture is loaded without being read, and tells a page what is in it all the same.
const closed = [...always, 'Cross-Origin-Resource-Policy', 'same-site'];
const open = [
  ...always,
  ...['Cross-Origin-Resource-Policy', 'cross-origin'],
  ...['Access-Control-Allow-Origin', '*'],
  ...['Access-Control-Expose-Headers', 'Accept-Ranges, Content-Length, Content-Range, ETag'],
];

/** One request with its answer, and how much of that was sent. */
export class Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly isHead: boolean;
  /** Of the body, handed to the connection. */
  bytes = 0;
  readonly #common: HeaderList;

  constructor(request: IncomingMessage, response: ServerResponse, cors: boolean) {
    this.request = request;
    this.response = response;
    this.isHead = request.method === 'HEAD';
    this.#common = cors ? open : closed;
  }

  writeHead(status: number, headers: HeaderList): void {
    this.response.writeHead(status, [...headers, ...this.#common]);
  }

  sendWhole(status: number, headers: HeaderList, body: Buffer): void {
    this.writeHead(status, [...headers, 'Content-Length', body.length]);
    if (this.isHead) this.response.end();
    else this.sendLast(body);
  }

  sendLast(body: Buffer): void {
    this.bytes += body.length;
    this.response.end(body);
  }

  /** An answer that has no body by its nature. */
  sendEmpty(status: number, headers: HeaderList): void {
    this.writeHead(status, headers);
    this.response.end();
  }

  /** True for the page of a window or a frame, false for what a page loads for itself. */
  get isNavigation(): boolean {
    const mode = this.request.headers['sec-fetch-mode'];
    return mode === undefined ? this.accepts('text/html') || this.accepts('*/*') : mode === 'navigate';
  }

  accepts(type: string): boolean {
    return this.request.headers.accept?.includes(type) ?? false;
  }
}
