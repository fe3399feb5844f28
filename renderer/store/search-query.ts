/** Where a word of the search has to be found. `any` looks in everything a row shows. */
export type SearchField =
  | 'any'
  | 'port'
  | 'pid'
  | 'reach'
  | 'protocol'
  | 'project'
  | 'user'
  | 'label'
  | 'process'
  | 'is';

export interface SearchTerm {
  readonly field: SearchField;
  /** Lower case, never empty. */
  readonly value: string;
}

const fieldNames: Readonly<Record<string, SearchField>> = {
  port: 'port',
  pid: 'pid',
  reach: 'reach',
  protocol: 'protocol',
  project: 'project',
  user: 'user',
  label: 'label',
  process: 'process',
  name: 'process',
  is: 'is',
};

/**
 * Takes a search apart: words separated by blanks, each of which must match. `:3000` is exactly that port,
 * `project:billing` looks in one field, quotes keep blanks together. What is not understood is searched as it stands.
 */
export function parseSearch(text: string): readonly SearchTerm[] {
  const words = text.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];
  return words.map(parseWord).filter((term) => term.value !== '');
}

function parseWord(word: string): SearchTerm {
  const plain = word.replaceAll('"', '').toLowerCase();
  const exactPort = /^:(\d+)$/.exec(plain);
  if (exactPort?.[1]) return { field: 'port', value: exactPort[1] };
  const colon = plain.indexOf(':');
  const name = plain.slice(0, Math.max(colon, 0));
  const field = Object.hasOwn(fieldNames, name) ? fieldNames[name] : undefined;
  return field ? { field, value: plain.slice(colon + 1) } : { field: 'any', value: plain };
}
