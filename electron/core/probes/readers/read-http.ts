import { decodeBody } from './decode-body.ts';
import { httpProduct } from './http-product.ts';
import { plainText, type Reading, reading } from './reading.ts';
import { titleOf } from './title-of.ts';

/** What servers of TLS say to a request that is not encrypted (nginx, Go, Apache, Node.js with a proxy, Jetty). */
const plainToTls =
  /plain HTTP request was sent to HTTPS port|HTTP request to an HTTPS server|speaking plain HTTP to an SSL|requires TLS|This combination of host and port requires TLS/i;

export interface HttpMessage {
  readonly status: number;
  /** Names in lower case; the first value of each. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** An answer of HTTP/1, of which the end may be missing. */
export function readHttp(bytes: Buffer): Reading | null {
  const message = parseHttp(bytes);
  if (!message) return null;
  const { status, headers, body } = message;
  if (status === 400 && plainToTls.test(body)) return { ...reading('tls'), wantsTls: true };
  const found = httpProduct(message);
  const header = (name: string, most: number) => plainText(headers.get(name) ?? '', most);
  return {
    ...reading(found?.protocol ?? 'http', found?.product ?? null, found?.version ?? null),
    http: {
      status,
      title: titleOf(body),
      server: header('server', 200),
      poweredBy: header('x-powered-by', 200),
      location: header('location', 2000),
      contentType: header('content-type', 200),
    },
  };
}

/** Whether more of an answer is worth waiting for: a page whose title has not come yet. */
export function isHttpWhole(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  if (!text.startsWith('HTTP/1.')) return true;
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = text.slice(0, end);
  if (!/^content-type:\s*text\/html/im.test(head) || /^content-length:\s*0\s*$/im.test(head)) return true;
  return /<\/title|<body|<\/html/i.test(text.slice(end));
}

function parseHttp(bytes: Buffer): HttpMessage | null {
  const head = bytes.toString('latin1', 0, Math.min(bytes.length, 12));
  const status = /^HTTP\/1\.[01] ([1-9]\d\d)/.exec(head)?.[1];
  if (status === undefined) return null;
  const end = bytes.indexOf('\r\n\r\n');
  const lines = bytes.toString('latin1', 0, end < 0 ? bytes.length : end).split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines.slice(1)) {
    const [, name = '', value = ''] = /^([^\s:]+):[ \t]*(.*)$/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key !== '' && !headers.has(key)) headers.set(key, value.trim());
  }
  const body = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 4);
  return { status: Number(status), headers, body: decodeBody(body, headers) };
}
