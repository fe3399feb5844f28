import type { HeldSpan, History } from '../../../shared/contract/history.ts';

export type TimelineItem =
  | { readonly kind: 'day'; readonly id: string; readonly day: string }
  | { readonly kind: 'span'; readonly id: string; readonly span: HeldSpan }
  /** Berth did not run between the two, in milliseconds of the clock. */
  | { readonly kind: 'gap'; readonly id: string; readonly from: number; readonly to: number };

/** Shorter breaks are a restart of Berth and nobody's concern; milliseconds. */
const shortestGap = 60_000;

/** Spans and gaps, newest first, each day under its head. `dayOf` names the day of an instant. */
export function timeline(
  history: History,
  withGaps: boolean,
  dayOf: (at: number) => string,
): readonly TimelineItem[] {
  const spans = history.spans.map((span) => ({ at: Date.parse(span.from), span }));
  const gaps = withGaps ? gapsOf(history) : [];
  const oldest = spans.at(-1)?.at ?? Number.POSITIVE_INFINITY;
  const rest = gaps.filter(({ to }) => to > oldest);
  const items: TimelineItem[] = [];
  let day: string | null = null;
  const add = (at: number, item: TimelineItem) => {
    const next = new Date(at).toDateString();
    if (next !== day) items.push({ kind: 'day', id: `day/${next}`, day: dayOf(at) });
    day = next;
    items.push(item);
  };
  for (const { at, span } of spans) {
    while (rest[0] && rest[0].to > at) {
      const gap = rest.shift();
      if (gap) add(gap.to, { kind: 'gap', id: `gap/${gap.from}`, ...gap });
    }
    add(at, { kind: 'span', id: span.id, span });
  }
  return items;
}

/** When nobody looked, newest first. */
function gapsOf({ watched }: History): { readonly from: number; readonly to: number }[] {
  const gaps = watched.flatMap(({ to }, index) => {
    const next = watched[index + 1];
    if (to === null || !next) return [];
    const gap = { from: Date.parse(to), to: Date.parse(next.from) };
    return gap.to - gap.from >= shortestGap ? [gap] : [];
  });
  return gaps.reverse();
}
