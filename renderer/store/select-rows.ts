import { assertNever } from '../lib/assert-never.ts';
import type { AppState } from './app-store.ts';
import { unhiddenRows } from './hidden-rows.ts';
import { isMine } from './is-mine.ts';
import { matchRow } from './match-row.ts';
import type { PortRow } from './port-row.ts';
import { parseSearch, type SearchTerm } from './search-query.ts';
import { compareRows } from './sort-rows.ts';
import type { PortFilter, SortOrder } from './view-slice.ts';

let lastSearch = '';
let lastTerms: readonly SearchTerm[] = [];

/** The search taken apart; the same list as long as the text is the same. */
export function selectSearchTerms(state: AppState): readonly SearchTerm[] {
  if (state.view.search !== lastSearch) {
    lastSearch = state.view.search;
    lastTerms = parseSearch(lastSearch);
  }
  return lastTerms;
}

interface Sorted {
  readonly rows: ReadonlyMap<string, PortRow>;
  readonly sort: SortOrder;
  readonly list: readonly PortRow[];
}

let lastSorted: Sorted = { rows: new Map(), sort: { column: 'port', descending: false }, list: [] };

/**
 * Every row in order. A change starts from the order before it, which is all but sorted, and that is what the
 * engine's sort is linear for: about 2 ms instead of 20 ms at 10,000 rows.
 */
function selectSorted(state: AppState): readonly PortRow[] {
  const rows = unhiddenRows(state);
  const { sort } = state.view;
  if (rows === lastSorted.rows && sort === lastSorted.sort) return lastSorted.list;
  const list: PortRow[] = [];
  for (const { id } of lastSorted.list) {
    const row = rows.get(id);
    if (row) list.push(row);
  }
  if (list.length < rows.size) {
    for (const row of rows.values()) if (!lastSorted.rows.has(row.id)) list.push(row);
  }
  list.sort(compareRows(sort));
  lastSorted = { rows, sort, list };
  return list;
}

interface Visible {
  readonly sorted: readonly PortRow[];
  readonly filter: PortFilter;
  readonly terms: readonly SearchTerm[];
  readonly user: string | null;
  readonly list: readonly PortRow[];
}

let lastVisible: Visible = { sorted: [], filter: 'all', terms: [], user: null, list: [] };

/** The rows of the list as it stands: filtered, searched, sorted. */
export function selectVisibleRows(state: AppState): readonly PortRow[] {
  const sorted = selectSorted(state);
  const terms = selectSearchTerms(state);
  const { filter } = state.view;
  const user = state.connection.host?.user ?? null;
  const last = lastVisible;
  if (sorted === last.sorted && filter === last.filter && terms === last.terms && user === last.user) {
    return last.list;
  }
  const list =
    filter === 'all' && terms.length === 0
      ? sorted
      : sorted.filter((row) => passesFilter(row, filter, user) && matchRow(row, terms, user));
  lastVisible = { sorted, filter, terms, user, list };
  return list;
}

export function passesFilter(row: PortRow, filter: PortFilter, user: string | null): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'mine':
      return isMine(row, user);
    case 'network':
      return row.listener.reach === 'network';
    case 'dev-server':
    case 'database':
      return row.kind === filter;
    case 'tcp':
    case 'udp':
      return row.listener.protocol === filter;
    default:
      return assertNever(filter);
  }
}

/** How many rows the search finds whatever the filter. Asked only where the list is empty. */
export function countFoundAnywhere(state: AppState): number {
  const terms = selectSearchTerms(state);
  const user = state.connection.host?.user ?? null;
  return [...unhiddenRows(state).values()].filter((row) => !row.closed && matchRow(row, terms, user)).length;
}
