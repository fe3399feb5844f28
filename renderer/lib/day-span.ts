import { formatLength } from './format-time.ts';

interface Stretch {
  readonly from: number;
  readonly to: number | null;
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** `python3 60311, 11:02 to 11:20, 18 min, ended by Berth`; `since 11:02` while it lasts. */
export function describeSpan({ from, to }: Stretch, who: string, note: string | null): string {
  const when =
    to === null
      ? `since ${clock.format(from)}`
      : `${clock.format(from)} to ${clock.format(to)}, ${formatLength(to - from)}`;
  return [who, when, note].filter(Boolean).join(', ');
}

/** Where a stretch lies between two moments, as CSS: what is outside is cut off. */
export function placeIn(
  { from, to }: Stretch,
  start: number,
  end: number,
): { readonly left: string; readonly width: string } {
  const length = Math.max(1, end - start);
  const first = Math.min(1, Math.max(0, (from - start) / length));
  const last = Math.min(1, Math.max(first, ((to ?? end) - start) / length));
  return { left: percent(first), width: percent(last - first) };
}

function percent(part: number): string {
  return `${Math.round(part * 10_000) / 100}%`;
}
