import type { ListedEntry } from './read-listing.ts';

export type SortColumn = 'name' | 'size' | 'modified';
export interface SortOrder {
  readonly column: SortColumn;
  readonly isDescending: boolean;
}

export const columns: readonly SortColumn[] = ['name', 'size', 'modified'];
const collator = new Intl.Collator('en', { numeric: true });

/** Reads `?sort=size&order=desc`; what is not understood is the order by name. */
export function readSortOrder(query: string): SortOrder {
  const parameters = new URLSearchParams(query);
  const column = columns.find((one) => one === parameters.get('sort')) ?? 'name';
  const order = parameters.get('order');
  return { column, isDescending: order === null ? startsDescending(column) : order === 'desc' };
}

/** The largest and the newest are looked for first. */
export function startsDescending(column: SortColumn): boolean {
  return column !== 'name';
}

/** Folders come first in every order; equal ones are in the order of their names, `2` before `10`. */
export function sortEntries(
  entries: readonly ListedEntry[],
  { column, isDescending }: SortOrder,
): ListedEntry[] {
  const direction = isDescending ? -1 : 1;
  return [...entries].sort((a, b) => {
    if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1;
    const difference = column === 'name' ? 0 : a[column] - b[column];
    if (difference !== 0) return difference * direction;
    return collator.compare(a.name, b.name) * (column === 'name' ? direction : 1);
  });
}
