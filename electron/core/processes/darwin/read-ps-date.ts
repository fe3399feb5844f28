const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const datePattern = /^([A-Z][a-z]{2}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})$/;

/** Milliseconds since the epoch of `Nov 21 02:33:05 2026`, as ps prints it with LC_TIME=C and TZ=UTC. */
export function readPsDate(text: string): number | null {
  const [, month = '', day, hour, minute, second, year] = datePattern.exec(text.trim()) ?? [];
  const index = months.indexOf(month);
  if (index < 0) return null;
  return Date.UTC(Number(year), index, Number(day), Number(hour), Number(minute), Number(second));
}
