import fs from 'node:fs';
import { pipeline } from 'node:stream';
import zlib from 'node:zlib';
import type { Exchange, HeaderList } from './exchange.ts';
import type { FoundFile } from './open-inside.ts';

export type Encoding = 'br' | 'gzip';

/** A shorter text fits into one packet as it is. */
const leastSize = 1024;

/** The encoding that who asks takes and that pays; null for none. */
export function encodingFor(accepted: string | undefined, size: number): Encoding | null {
  if (accepted === undefined || size < leastSize) return null;
  const taken = new Set(accepted.split(',').map(readCoding));
  if (taken.has('br')) return 'br';
  return taken.has('gzip') || taken.has('*') ? 'gzip' : null;
}

/** Empty for a coding that is refused (`gzip;q=0`). */
function readCoding(text: string): string {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  return parameters.some((one) => /^q=0(\.0*)?$/.test(one)) ? '' : name;
}

/** Sends the whole file compressed. True when the descriptor now belongs to the stream. */
export function sendCompressed(
  exchange: Exchange,
  status: number,
  headers: HeaderList,
  { fd, stats }: FoundFile,
  encoding: Encoding,
): boolean {
  exchange.writeHead(status, [...headers, 'Content-Encoding', encoding, 'Vary', 'Accept-Encoding']);
  if (exchange.isHead) {
    exchange.response.end();
    return false;
  }
  const compressor = createCompressor(encoding, stats.size);
  compressor.on('data', (chunk: Buffer) => {
    exchange.bytes += chunk.length;
  });
  const source = fs.createReadStream('', { fd, start: 0, autoClose: true });
  // Only a broken connection can say that a body is not whole, and pipeline breaks it.
  pipeline(source, compressor, exchange.response, () => undefined);
  return true;
}

/** Quick rather than small: who asks is near. */
function createCompressor(encoding: Encoding, size: number): zlib.BrotliCompress | zlib.Gzip {
  if (encoding === 'gzip') return zlib.createGzip({ level: 5 });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
  const params = { [BROTLI_PARAM_QUALITY]: 4, [BROTLI_PARAM_LGWIN]: 18, [BROTLI_PARAM_SIZE_HINT]: size };
  return zlib.createBrotliCompress({ params });
}
