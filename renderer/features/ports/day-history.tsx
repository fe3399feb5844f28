import { useMemo } from 'react';
import type { HeldSpan, History } from '../../../shared/contract/history.ts';
import { usePolledCall } from '../../hooks/use-polled-call.ts';
import { countOf } from '../../lib/count-of.ts';
import type { PortRow } from '../../store/port-row.ts';
import { type DaySpan, DayStrip } from '../../ui/day-strip.tsx';
import { describeProblem } from './describe-problem.ts';
import { InspectorSection } from './inspector-section.tsx';

const day = 24 * 60 * 60_000;
/** Milliseconds between two readings of what is being looked at. */
const pace = 15_000;

/** Who held the port in the last 24 hours. Nothing where Berth keeps no history. */
export function DayHistory({ row }: { readonly row: PortRow }) {
  const { port, protocol, owners } = row.listener;
  // Another owner is news at once.
  const key = `${protocol}/${port}/${owners.join()}/${row.closed}`;
  const ask = () => ({ port, since: new Date(Date.now() - day).toISOString(), limit: 200 });
  const history = usePolledCall('history.read', key, ask, pace);
  const shown = useMemo(() => history && toStrip(history, row, Date.now()), [history, row]);
  if (!shown) return null;
  const { spans, gaps, from, to } = shown;
  return (
    <InspectorSection title="Last 24 hours">
      <DayStrip
        label={`Held ${countOf(spans.length, 'time')} in the last 24 hours`}
        spans={spans}
        gaps={gaps}
        from={from}
        to={to}
      />
    </InspectorSection>
  );
}

function toStrip({ spans, watched }: History, row: PortRow, now: number) {
  const from = now - day;
  const own = spans.filter(({ protocol }) => protocol === row.listener.protocol);
  const shown = own.map((span) => toSpan(span, row)).reverse();
  return { spans: shown, gaps: gapsBetween(watched, from, now), from, to: now };
}

function toSpan(span: HeldSpan, row: PortRow): DaySpan {
  const { id, name, pid, from, to, ended, sinceBefore } = span;
  const held = row.owners.some((owner) => owner.name === name) && !row.closed;
  const wrong = to === null && describeProblem(row, []) !== null;
  return {
    id,
    from: Date.parse(from),
    to: to === null ? null : Date.parse(to),
    who: name === null ? 'somebody out of sight' : [name, pid].filter((part) => part !== null).join(' '),
    tone: wrong ? 'warn' : held ? 'same' : 'other',
    note: ended ? endings[ended] : sinceBefore ? 'or earlier' : null,
  };
}

const endings: Readonly<Record<NonNullable<HeldSpan['ended']>, string>> = {
  closed: 'closed by itself',
  killed: 'killed by Berth',
  restarted: 'restarted by Berth',
  replaced: 'another program took over',
  unseen: 'ended while Berth was not running',
};

/** The times between the times in which Berth was looking. */
function gapsBetween(watched: History['watched'], from: number, to: number): DayStretch[] {
  const gaps: DayStretch[] = [];
  let seenUntil = from;
  for (const time of watched) {
    const start = Date.parse(time.from);
    if (start > seenUntil) gaps.push({ from: seenUntil, to: Math.min(start, to) });
    seenUntil = Math.max(seenUntil, time.to === null ? to : Date.parse(time.to));
  }
  if (seenUntil < to) gaps.push({ from: seenUntil, to });
  return gaps.filter((gap) => gap.to > from && gap.to - gap.from > 60_000);
}

interface DayStretch {
  readonly from: number;
  readonly to: number;
}
