const firstDelay = 250;
const longestDelay = 5000;

/** Milliseconds to wait before an attempt, the first of which is number 0. */
export function retryDelay(attempt: number): number {
  return Math.min(longestDelay, firstDelay * 2 ** Math.min(attempt, 10));
}
