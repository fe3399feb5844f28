export interface FuzzyMatch {
  /** Higher is better; comparable only for the same query. */
  readonly score: number;
  /** Places in the text of the characters that were found, ascending. */
  readonly at: readonly number[];
}

/** Finds every word of the query in the text, its letters in order but not side by side; null when one is not there. */
export function fuzzyMatch(text: string, query: string): FuzzyMatch | null {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const lower = text.toLowerCase();
  const at = new Set<number>();
  let score = 0;
  for (const word of words) {
    const match = matchWord(lower, word);
    if (!match) return null;
    score += match.score;
    for (const place of match.at) at.add(place);
  }
  // Of two that match alike the shorter one says it more exactly.
  return { score: score - text.length / 100, at: [...at].sort((one, other) => one - other) };
}

/** The best way to find the word: as it stands, at the start of a word, and only then letter by letter. */
function matchWord(text: string, word: string): FuzzyMatch | null {
  for (let from = text.indexOf(word); from !== -1; from = text.indexOf(word, from + 1)) {
    if (startsWord(text, from))
      return { score: word.length * 4 + (from === 0 ? 4 : 2), at: places(from, word) };
  }
  const inside = text.indexOf(word);
  if (inside !== -1) return { score: word.length * 3, at: places(inside, word) };
  return matchLetters(text, word);
}

function matchLetters(text: string, word: string): FuzzyMatch | null {
  const at: number[] = [];
  let score = 0;
  let from = 0;
  for (const letter of word) {
    const next = nextPlace(text, letter, from);
    if (next === -1) return null;
    score += startsWord(text, next) ? 2 : at.at(-1) === next - 1 ? 1 : 0;
    at.push(next);
    from = next + 1;
  }
  // Letters strewn over the whole text are no match that anybody meant.
  return score >= word.length ? { score, at } : null;
}

/** The next place of the letter; one that starts a word goes before the nearest. */
function nextPlace(text: string, letter: string, from: number): number {
  const nearest = text.indexOf(letter, from);
  if (nearest === from || nearest === -1) return nearest;
  for (let place = nearest; place !== -1; place = text.indexOf(letter, place + 1)) {
    if (startsWord(text, place)) return place;
  }
  return nearest;
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '');
}

function places(from: number, word: string): readonly number[] {
  return Array.from(word, (_, index) => from + index);
}
