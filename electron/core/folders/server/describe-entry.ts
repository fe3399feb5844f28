const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** `2 KB`, `1.4 MB`, in units of 1,024. */
export function describeSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${units[unit]}`;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `5 min ago`, `yesterday`; the date for what is older than a month. */
export function describeAge(moment: number, now: number): string {
  const age = now - moment;
  if (age < minute) return age < -minute ? toDay(moment) : 'just now';
  if (age < hour) return `${Math.floor(age / minute)} min ago`;
  if (age < day) return `${Math.floor(age / hour)} h ago`;
  if (age < 2 * day) return 'yesterday';
  return age < 31 * day ? `${Math.floor(age / day)} days ago` : toDay(moment);
}

/** `2026-03-12 14:05:11` in the time of this machine. */
export function describeMoment(moment: number): string {
  const date = new Date(moment);
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
  return `${toDay(moment)} ${clock}`;
}

function toDay(moment: number): string {
  const date = new Date(moment);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
