/** The text of a body of which the end may be missing. */
export function decodeBody(body: Buffer, headers: ReadonlyMap<string, string>): string {
  if (/^(?!identity)./i.test(headers.get('content-encoding') ?? '')) return '';
  const isChunked = /chunked/i.test(headers.get('transfer-encoding') ?? '');
  const whole = isChunked ? withoutChunks(body) : body;
  return decode(whole, charsetOf(headers.get('content-type') ?? '', whole));
}

/** RFC 9112, section 7.1. */
function withoutChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', at);
    if (lineEnd < 0) break;
    const size = Number.parseInt(body.toString('latin1', at, lineEnd), 16);
    if (!(size > 0)) break;
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

/** A mark of byte order wins, then the header, then what the page says of itself. */
function charsetOf(contentType: string, body: Buffer): string {
  if (body[0] === 0xef && body[1] === 0xbb) return 'utf-8';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  const given = /charset\s*=\s*["']?([^\s;"']+)/i;
  const start = body.toString('latin1', 0, 1024);
  return (
    given.exec(contentType)?.[1] ?? /<meta[^>]+charset\s*=\s*["']?([^\s;"'/>]+)/i.exec(start)?.[1] ?? 'utf-8'
  );
}

/** What browsers take for Latin-1 (Encoding Standard). Node.js 20 decodes it as if 0x80 to 0x9f were controls. */
const windows1252 = /^(windows-1252|cp1252|x-cp1252|iso-?8859-?1|latin1|l1|us-ascii|ascii)$/i;
const above7f = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decode(body: Buffer, charset: string): string {
  if (windows1252.test(charset)) {
    return body
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, (byte) => above7f[byte.charCodeAt(0) - 0x80] ?? byte);
  }
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return body.toString('utf8');
  }
}
