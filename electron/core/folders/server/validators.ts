import type { Stats } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';

/** What tells one state of a file from the next. */
export interface Validators {
  readonly etag: string;
  readonly lastModified: string;
}

/** `variant` tells apart answers that are made from the same file. */
export function validatorsOf(stats: Stats, variant = ''): Validators {
  // Microseconds: a file that is written twice in a millisecond is another one.
  const changed = Math.round(stats.mtimeMs * 1000).toString(36);
  const etag = `W/"${stats.size.toString(36)}-${changed}${variant}"`;
  return { etag, lastModified: stats.mtime.toUTCString() };
}

/** True when who asks has this state already (RFC 9110 13.2.2: the tag decides where there is one). */
export function isFresh(headers: IncomingHttpHeaders, { etag, lastModified }: Validators): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.trim() === '*' || tags.split(',').some((tag) => isSameTag(tag, etag));
  const since = headers['if-modified-since'];
  return since !== undefined && Date.parse(lastModified) <= Date.parse(since);
}

function isSameTag(sent: string, etag: string): boolean {
  return sent.trim().replace(/^W\//, '') === etag.slice(2);
}

/**
 * True when a range may be cut from this state. Our tags are weak and never allow it; the date does once the second is
 * over in which the file changed (RFC 9110 8.8.2.2).
 */
export function allowsRange(header: string | undefined, stats: Stats, now: number): boolean {
  return header === undefined || (header === stats.mtime.toUTCString() && now - stats.mtimeMs > 1000);
}
