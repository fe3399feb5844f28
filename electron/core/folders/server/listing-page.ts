import { describeAge, describeMoment, describeSize } from './describe-entry.ts';
import { escapeHtml } from './escape-html.ts';
import { pageWith } from './page-style.ts';
import type { ListedEntry } from './read-listing.ts';
import { columns, type SortColumn, type SortOrder, startsDescending } from './sort-entries.ts';

export interface ListingPage {
  /** Name of the served folder itself. */
  readonly rootName: string;
  /** Folders from there to the listed one. */
  readonly segments: readonly string[];
  /** In the order in which they are shown. */
  readonly entries: readonly ListedEntry[];
  readonly left: number;
  readonly order: SortOrder;
  readonly now: number;
  /** An element for the end of the body, or nothing. */
  readonly script: string;
}

const symbols =
  '<svg width="0" height="0" aria-hidden="true"><symbol id="d" viewBox="0 0 16 16"><path fill="currentColor" d="M1.5 4A1.5 1.5 0 0 1 3 2.5h3.1l1.6 1.8H13A1.5 1.5 0 0 1 14.500 5.800V12a1.500 1.500 0 0 1-1.500 1.500H3A1.500 1.500 0 0 1 1.500 12z"/></symbol><symbol id="f" viewBox="0 0 16 16"><path fill="none" stroke="currentColor" stroke-width="1.300" stroke-linejoin="round" d="M3.500 2h5.800l3.200 3.200V14h-9zM9 2v3.500h3.500"/></symbol><symbol id="u" viewBox="0 0 16 16"><path fill="none" stroke="currentColor" stroke-width="1.500" stroke-linecap="round" stroke-linejoin="round" d="M8 13V3.500M4 7.300l4-4 4 4"/></symbol></svg>';
const titles: Readonly<Record<SortColumn, string>> = { name: 'Name', size: 'Size', modified: 'Changed' };
const classes: Readonly<Record<SortColumn, string>> = {
  name: '',
  size: ' class="s"',
  modified: ' class="m"',
};

/** The page of a folder without index.html. It works without scripts: sorting is a link. */
export function listingPage(page: ListingPage): string {
  const title = escapeHtml([page.rootName, ...page.segments].join('/'));
  const body = `${symbols}<main><header>${trail(page)}<p class="sum">${summary(page)}</p></header><div class="sheet">${table(page)}</div>${footer(page)}</main>${page.script}`;
  return pageWith(title, body);
}

function trail({ rootName, segments }: ListingPage): string {
  const names = [rootName, ...segments];
  const crumbs = names.map((name, index) => {
    const above = names.length - 1 - index;
    const text = escapeHtml(name);
    return above === 0 ? text : `<a href="./${'../'.repeat(above)}">${text}</a>`;
  });
  return `<h1>${crumbs.join('<i>/</i>')}</h1>`;
}

function summary({ entries }: ListingPage): string {
  const folders = entries.filter(({ kind }) => kind === 'folder').length;
  const files = entries.length - folders;
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  const parts = [count(folders, 'folder'), count(files, 'file')].filter((part) => part !== '');
  if (files > 0) parts.push(describeSize(bytes));
  return parts.join(', ');
}

function count(amount: number, word: string): string {
  if (amount === 0) return '';
  return `${amount.toLocaleString('en')} ${word}${amount === 1 ? '' : 's'}`;
}

function table(page: ListingPage): string {
  const isTop = page.segments.length === 0;
  if (page.entries.length === 0 && isTop) return '<p class="none">This folder is empty.</p>';
  const up = isTop
    ? ''
    : `<tr class="up"><td class="n" colspan="3">${icon('u')}<a href="../">Up</a></td></tr>`;
  const rows = page.entries.map((entry) => row(entry, page.now)).join('');
  const none =
    page.entries.length === 0 ? '<tr><td class="none" colspan="3">This folder is empty.</td></tr>' : '';
  return `<table><thead><tr>${columns.map((column) => heading(column, page.order)).join('')}</tr></thead><tbody>${up}${rows}${none}</tbody></table>`;
}

function heading(column: SortColumn, { column: current, isDescending }: SortOrder): string {
  const isCurrent = column === current;
  const next = isCurrent ? !isDescending : startsDescending(column);
  const sorted = isCurrent ? ` aria-sort="${isDescending ? 'descending' : 'ascending'}"` : '';
  const arrow = isCurrent ? ` <span aria-hidden="true">${isDescending ? '↓' : '↑'}</span>` : '';
  const link = `<a href="?sort=${column}&amp;order=${next ? 'desc' : 'asc'}">${titles[column]}${arrow}</a>`;
  return `<th scope="col"${classes[column]}${sorted}>${link}</th>`;
}

function row({ name, kind, size, modified }: ListedEntry, now: number): string {
  const href = encodeName(name);
  if (href === null) return '';
  const text = escapeHtml(name);
  const age = `<td class="m" title="${describeMoment(modified)}">${describeAge(modified, now)}</td></tr>`;
  if (kind === 'folder') {
    return `<tr><td class="n d">${icon('d')}<a href="./${href}/">${text}/</a></td><td class="s"></td>${age}`;
  }
  const amount = `<td class="s" title="${size} bytes">${describeSize(size)}</td>`;
  return `<tr><td class="n">${icon('f')}<a href="./${href}">${text}</a></td>${amount}${age}`;
}

function icon(symbol: 'd' | 'f' | 'u'): string {
  return `<svg aria-hidden="true"><use href="#${symbol}"/></svg>`;
}

function footer({ left }: ListingPage): string {
  const more = left === 0 ? '' : ` ${left.toLocaleString('en')} more are not shown.`;
  return `<footer><span>Served by Berth.${more}</span><a href="?format=json">JSON</a></footer>`;
}

const plain = /^[\w.-]+$/;

/** Null for a name that no address can spell: half of a surrogate pair, which Windows allows. */
function encodeName(name: string): string | null {
  if (plain.test(name)) return name;
  try {
    // Escaped, `'` and `(` cannot end an attribute or a Markdown link either.
    return encodeURIComponent(name).replace(/['()]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  } catch {
    return null;
  }
}
