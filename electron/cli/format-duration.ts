const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The two largest units at most, without a space: `42s`, `12m`, `3h20m`, `9d4h`. */
export function formatDuration(milliseconds: number): string {
  const ms = Math.max(0, milliseconds);
  if (ms < minute) return `${Math.floor(ms / second)}s`;
  if (ms < hour) return `${Math.floor(ms / minute)}m`;
  if (ms < day) return `${Math.floor(ms / hour)}h${rest(ms % hour, minute, 'm')}`;
  return `${Math.floor(ms / day)}d${rest(ms % day, hour, 'h')}`;
}

function rest(ms: number, unit: number, letter: string): string {
  const count = Math.floor(ms / unit);
  return count > 0 ? `${count}${letter}` : '';
}
