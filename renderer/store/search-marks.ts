import type { SearchField, SearchTerm } from './search-query.ts';

export type MarkedField = Exclude<SearchField, 'any' | 'reach' | 'protocol' | 'is'> | 'answers';

/** What to mark in the text of one field. */
export function needlesFor(terms: readonly SearchTerm[], field: MarkedField): readonly string[] {
  return terms.filter((term) => term.field === 'any' || term.field === field).map((term) => term.value);
}
