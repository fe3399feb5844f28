import type { Clock } from '../lib/clock.ts';
import type { KillTiming } from './kill-timing.ts';
import { isAmong, isVisible, type KnownHolder } from './plan-kill.ts';
import type { ProcessIdentity } from './process-reader.ts';
import { waitFor } from './wait-for.ts';

export interface PortWatch {
  readonly clock: Clock;
  readonly timing: KillTiming;
  readonly signal: AbortSignal | undefined;
  /** How long, in milliseconds. */
  readonly lengthMs: number;
  holders(): Promise<readonly KnownHolder[]>;
  /** Asked once, after a short while: true ends the watch early. Null where only the whole watch can tell. */
  readonly isQuiet: (() => Promise<boolean>) | null;
}

/**
 * Watches a port for a moment after its owners went. Answers as soon as somebody who can be seen holds it; a holder
 * that cannot be named may be a process that is just being started, so that is believed only at the end.
 */
export async function watchPort(
  watch: PortWatch,
  ended: readonly ProcessIdentity[],
): Promise<readonly KnownHolder[]> {
  const { clock, timing, signal } = watch;
  const start = clock.elapsed();
  const deadline = start + watch.lengthMs;
  let early = watch.isQuiet && timing.shortWatchMs < watch.lengthMs ? start + timing.shortWatchMs : null;
  for (;;) {
    const asked = clock.elapsed();
    const holders = (await watch.holders()).filter((one) => !isVisible(one) || !isAmong(one, ended));
    const now = clock.elapsed();
    const left = deadline - now;
    if (holders.some(isVisible) || left <= 0 || signal?.aborted) return holders;
    if (early !== null && now >= early) {
      if (holders.length === 0 && (await watch.isQuiet?.())) return holders;
      early = null;
    }
    // Where reading ports is slow it is done half of the time at most.
    const pause = Math.max(timing.longestPollMs / 2, now - asked);
    await waitFor(Math.min(pause, left, early === null ? left : early - now), signal);
  }
}
