import { isUtf8 } from 'node:buffer';
import path from 'node:path';
import mime from 'mime-types';

export interface FileType {
  /** Without charset; empty when the name tells nothing. */
  readonly type: string;
  /** The bytes decide: the charset of a text, text or not of a name that tells nothing. */
  readonly needsLook: boolean;
  readonly isHtml: boolean;
  readonly isCompressible: boolean;
}

const compressible =
  /^text\/|[+/](?:json|xml|javascript|wasm|x-ndjson|toml|yaml)$|^image\/(?:bmp|x-icon|vnd\.microsoft\.icon)$/;
const known = new Map<string, FileType>();
const mostKnown = 2000;

export function fileTypeOf(file: string): FileType {
  const extension = path.extname(file).toLowerCase();
  const found = known.get(extension);
  if (found !== undefined) return found;
  const type = readType(extension);
  if (known.size < mostKnown) known.set(extension, type);
  return type;
}

function readType(extension: string): FileType {
  const type = (extension !== '' && mime.lookup(extension)) || '';
  return {
    type,
    needsLook: type === '' || mime.charset(type) !== false,
    isHtml: type === 'text/html' || type === 'application/xhtml+xml',
    isCompressible: compressible.test(type),
  };
}

/**
 * The header for a file that begins with `start`. UTF-8 is said only where it is true, because a browser believes the
 * header more than the page itself; everything else is left to the page and to the browser.
 */
export function contentType({ type, needsLook }: FileType, start: Buffer, isWhole: boolean): string {
  if (!needsLook) return type;
  const isText = isUtf8(isWhole ? start : withoutCutCharacter(start));
  if (type !== '') return isText ? `${type}; charset=utf-8` : type;
  return isText && !start.includes(0) ? 'text/plain; charset=utf-8' : 'application/octet-stream';
}

/** A look at the first bytes may end inside a character; that one is left out. */
function withoutCutCharacter(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
    if (byte < 0x80) break;
  }
  return bytes;
}
