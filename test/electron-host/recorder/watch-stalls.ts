import { readFileSync } from 'node:fs';

/** Milliseconds. */
export interface Stalls {
  /** What the thread itself did without a pause. */
  readonly own: number;
  /** The same and the time for which the system gave the processor to others: on a busy machine mostly that. */
  readonly withWaiting: number;
}

const tickMs = 1;

/** Looks every millisecond how long the last one took. */
export function watchStalls(): { longest(): Stalls; stop(): void } {
  let longest: Stalls = { own: 0, withWaiting: 0 };
  let before = { now: performance.now(), waited: waitedMs() };
  const timer = setInterval(() => {
    const now = { now: performance.now(), waited: waitedMs() };
    const withWaiting = Math.max(0, now.now - before.now - tickMs);
    const own = Math.max(0, withWaiting - (now.waited - before.waited));
    longest = { own: Math.max(longest.own, own), withWaiting: Math.max(longest.withWaiting, withWaiting) };
    before = now;
  }, tickMs);
  return { longest: () => longest, stop: () => clearInterval(timer) };
}

/** For how long the main thread was ready to run and did not get a processor. Linux tells; elsewhere nothing is taken off. */
function waitedMs(): number {
  try {
    const [, waited = '0'] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ');
    return Number(waited) / 1e6;
  } catch {
    return 0;
  }
}
