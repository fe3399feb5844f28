const two = (value: number) => String(value).padStart(2, '0');

/** Local time of day: `09:05:07`. */
export function formatClock(milliseconds: number): string {
  const date = new Date(milliseconds);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}

/** Local date and time: `2031-02-03 09:05:07`. */
export function formatMoment(milliseconds: number): string {
  const date = new Date(milliseconds);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${formatClock(milliseconds)}`;
}
