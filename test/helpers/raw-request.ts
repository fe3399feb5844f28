import { connect } from 'node:net';

export interface RawRequest {
  readonly method?: string;
  readonly target?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
  readonly address?: string;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** One request written by hand, so that nothing tidies up what it says. */
export function rawRequest(port: number, request: RawRequest): Promise<RawResponse> {
  const { method = 'GET', target = '/', headers = {}, body = '' } = request;
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}: ${one}`),
  );
  const last = 'Connection' in headers ? [] : ['Connection: close'];
  const text = [`${method} ${target} HTTP/1.1`, ...lines, ...last, '', body].join('\r\n');
  return rawExchange(port, text, request.address);
}

/** Sends the text and reads until the other side ends the connection. */
export async function rawExchange(port: number, text: string, address = '127.0.0.1'): Promise<RawResponse> {
  const received = await new Promise<string>((resolve, reject) => {
    const socket = connect({ host: address, port }, () => socket.write(text));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => void chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
  return parseResponse(received);
}

function parseResponse(text: string): RawResponse {
  const end = text.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = new Map(
    lines.map((line): [string, string] => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
    }),
  );
  return { status: Number(statusLine.split(' ')[1]), headers, body: text.slice(end + 4) };
}
