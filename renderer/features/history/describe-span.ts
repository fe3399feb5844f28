import type { HeldSpan } from '../../../shared/contract/history.ts';
import { formatLength } from '../../lib/format-time.ts';

const ends: Readonly<Record<NonNullable<HeldSpan['ended']>, string>> = {
  closed: 'ended by itself',
  killed: 'killed by Berth',
  restarted: 'restarted by Berth',
  replaced: 'another program took the port',
  unseen: 'ended unseen',
};

/** How it ended, in words. */
export function describeEnd({ ended, to }: HeldSpan): string {
  if (to === null) return 'holds it now';
  return ended === null ? 'ended' : ends[ended];
}

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** `14:02 – 15:40`; the other day is named where it ended on one. */
export function describeTimes({ from, to, sinceBefore }: HeldSpan): string {
  const begun = new Date(from);
  const start = `${sinceBefore ? 'before ' : ''}${time.format(begun)}`;
  if (to === null) return `${start} – now`;
  const end = new Date(to);
  const sameDay = begun.toDateString() === end.toDateString();
  return `${start} – ${(sameDay ? time : dayAndTime).format(end)}`;
}

/** How long it was held; until now where it still is. */
export function describeLength({ from, to, sinceBefore }: HeldSpan, now: number): string {
  const length = (to === null ? now : Date.parse(to)) - Date.parse(from);
  return `${sinceBefore ? 'over ' : ''}${formatLength(Math.max(0, length))}`;
}

/** `Today`, `Yesterday`, `Tuesday 18 November 2026`. */
export function nameDay(at: number, now: number): string {
  const day = new Date(at).toDateString();
  if (day === new Date(now).toDateString()) return 'Today';
  const before = new Date(now);
  before.setDate(before.getDate() - 1);
  if (day === before.toDateString()) return 'Yesterday';
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' }).format(at);
}
