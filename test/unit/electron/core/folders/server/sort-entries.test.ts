import { describe, expect, test } from 'vitest';
import type { ListedEntry } from '../../../../../../electron/core/folders/server/read-listing.ts';
import { readSortOrder, sortEntries } from '../../../../../../electron/core/folders/server/sort-entries.ts';

const entries: readonly ListedEntry[] = [
  { name: 'b10', kind: 'file', size: 5, modified: 30 },
  { name: 'b2', kind: 'file', size: 5, modified: 10 },
  { name: 'A', kind: 'file', size: 9, modified: 20 },
  { name: 'z', kind: 'folder', size: 0, modified: 40 },
  { name: 'y', kind: 'folder', size: 0, modified: 50 },
];
const sorted = (query: string) => sortEntries(entries, readSortOrder(query)).map(({ name }) => name);

describe('sortEntries', () => {
  test('puts folders first and numbers in the order of their values', () => {
    expect(sorted('')).toEqual(['y', 'z', 'A', 'b2', 'b10']);
    expect(sorted('?sort=name&order=desc')).toEqual(['z', 'y', 'b10', 'b2', 'A']);
  });

  test('begins with the largest and the newest', () => {
    expect(sorted('?sort=size')).toEqual(['y', 'z', 'A', 'b2', 'b10']);
    expect(sorted('?sort=size&order=asc')).toEqual(['y', 'z', 'b2', 'b10', 'A']);
    expect(sorted('?sort=modified')).toEqual(['y', 'z', 'b10', 'A', 'b2']);
  });

  test('takes what it does not understand for the usual order', () => {
    expect(readSortOrder('?sort=__proto__&order=up')).toEqual({ column: 'name', isDescending: false });
  });
});
