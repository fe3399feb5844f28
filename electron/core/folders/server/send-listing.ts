import path from 'node:path';
import { toInstant } from '../../lib/clock.ts';
import type { Exchange } from './exchange.ts';
import { listingPage } from './listing-page.ts';
import type { FoundFolder, Inside } from './open-inside.ts';
import { pageHeaders } from './page-style.ts';
import { type ListedEntry, type Listing, readListing } from './read-listing.ts';
import { type Refusal, refusalFor } from './refusal.ts';
import type { Target } from './request-target.ts';
import { toPath } from './request-target.ts';
import { readSortOrder, sortEntries } from './sort-entries.ts';

export interface ListingOptions {
  readonly inside: Inside;
  readonly hidden: 'deny' | 'allow';
  /** The element of live reload, or nothing. */
  readonly script: string;
}

const fresh = ['Cache-Control', 'no-cache', 'Vary', 'Accept'];

/** Answers with what a folder holds: a page, or JSON for `?format=json` and for who accepts nothing else. */
export async function sendListing(
  exchange: Exchange,
  folder: FoundFolder,
  target: Target,
  options: ListingOptions,
): Promise<Refusal | null> {
  let listing: Listing;
  try {
    listing = await readListing(folder.path, options.inside, options.hidden);
  } catch (error) {
    return refusalFor(error);
  }
  const order = readSortOrder(target.query);
  const entries = sortEntries(listing.entries, order);
  const { left } = listing;
  if (wantsJson(exchange, target.query)) {
    sendJson(exchange, toPath(target.segments, true), entries, left);
    return null;
  }
  const rootName = path.basename(options.inside.root) || options.inside.root;
  const { segments } = target;
  const page = listingPage({
    rootName,
    segments,
    entries,
    left,
    order,
    now: Date.now(),
    script: options.script,
  });
  exchange.sendWhole(200, [...pageHeaders(options.script !== ''), ...fresh], Buffer.from(page));
  return null;
}

function wantsJson(exchange: Exchange, query: string): boolean {
  const format = query === '' ? null : new URLSearchParams(query).get('format');
  if (format !== null) return format === 'json';
  return exchange.accepts('application/json') && !exchange.accepts('text/html');
}

function sendJson(exchange: Exchange, at: string, entries: readonly ListedEntry[], left: number): void {
  const listed = entries.map(({ name, kind, size, modified }) => ({
    name,
    kind,
    size,
    modified: toInstant(modified),
  }));
  const text = JSON.stringify({ version: 1, path: at, entries: listed, left });
  exchange.sendWhole(200, ['Content-Type', 'application/json; charset=utf-8', ...fresh], Buffer.from(text));
}
