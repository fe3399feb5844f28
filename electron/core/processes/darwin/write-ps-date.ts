const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * `Sat Nov 7 02:33:05 2026`: the moment as `ps -o lstart=` prints it with LC_ALL=C and TZ=UTC, with single spaces. The
 * second is all that ps tells.
 */
export function writePsDate(ms: number): string {
  const date = new Date(ms);
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  const day = `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${date.getUTCDate()}`;
  return `${day} ${clock} ${date.getUTCFullYear()}`;
}
