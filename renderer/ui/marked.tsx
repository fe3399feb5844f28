import { markMatches } from '../lib/mark-matches.ts';

export interface MarkedProps {
  readonly text: string;
  /** Lower case. */
  readonly needles: readonly string[];
}

/** A text in which what was searched for is marked. */
export function Marked({ text, needles }: MarkedProps) {
  if (needles.length === 0) return text;
  const parts = markMatches(text, needles);
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other identity
  return parts.map((part, index) => (part.marked ? <mark key={index}>{part.text}</mark> : part.text));
}
