export interface TextPart {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at every place where one of the needles (lower case) occurs. */
export function markMatches(text: string, needles: readonly string[]): readonly TextPart[] {
  const lower = text.toLowerCase();
  // Lower-casing can change the length of a text (`İ`); its positions then mean nothing.
  if (lower.length !== text.length) return [{ text, marked: false }];
  const parts: TextPart[] = [];
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const needle = longestAt(lower, at, needles);
    if (needle === 0) {
      at += 1;
      continue;
    }
    if (at > plainFrom) parts.push({ text: text.slice(plainFrom, at), marked: false });
    parts.push({ text: text.slice(at, at + needle), marked: true });
    at += needle;
    plainFrom = at;
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), marked: false });
  return parts;
}

function longestAt(lower: string, at: number, needles: readonly string[]): number {
  let longest = 0;
  for (const needle of needles) {
    if (needle.length > longest && lower.startsWith(needle, at)) longest = needle.length;
  }
  return longest;
}
