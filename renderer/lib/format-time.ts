const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Time since a start in one short unit, for a narrow column: `<1m`, `34m`, `2h`, `6d`. */
export function formatUpTime(elapsedMs: number): string {
  if (elapsedMs < minute) return '<1m';
  if (elapsedMs < hour) return `${Math.floor(elapsedMs / minute)}m`;
  if (elapsedMs < day) return `${Math.floor(elapsedMs / hour)}h`;
  return `${Math.floor(elapsedMs / day)}d`;
}

/** Time since a moment as a phrase: `just now`, `51 minutes ago`, `6 days ago`. */
export function formatAgo(elapsedMs: number): string {
  if (elapsedMs < 10_000) return 'just now';
  if (elapsedMs < minute) return 'less than a minute ago';
  if (elapsedMs < hour) return `${count(elapsedMs / minute, 'minute')} ago`;
  if (elapsedMs < day) return `${count(elapsedMs / hour, 'hour')} ago`;
  return `${count(elapsedMs / day, 'day')} ago`;
}

/** A length of time that changes while it is watched: `12 s`, `3 min`, `2 h`. */
export function formatAge(elapsedMs: number): string {
  const age = Math.max(0, elapsedMs);
  if (age < minute) return `${Math.floor(age / 1000)} s`;
  if (age < hour) return `${Math.floor(age / minute)} min`;
  return `${Math.floor(age / hour)} h`;
}

/** What a scan took: `0.42 ms`, `2.1 ms`, `38 ms`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1) return `${milliseconds.toFixed(2)} ms`;
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  return `${Math.round(milliseconds)} ms`;
}

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** The exact moment, for a hover. */
export function formatMoment(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : exact.format(date);
}

function count(value: number, unit: string): string {
  const whole = Math.floor(value);
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}

/** A length of time that is over: `12 s`, `3 min`, `2 h 5 min`. */
export function formatLength(lengthMs: number): string {
  if (lengthMs < minute) return `${Math.max(0, Math.round(lengthMs / 1000))} s`;
  if (lengthMs < hour) return `${Math.floor(lengthMs / minute)} min`;
  const minutes = Math.floor((lengthMs % hour) / minute);
  return minutes === 0
    ? `${Math.floor(lengthMs / hour)} h`
    : `${Math.floor(lengthMs / hour)} h ${minutes} min`;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** The time of day, to the second: `14:02:09`. */
export function formatClock(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : clock.format(date);
}
