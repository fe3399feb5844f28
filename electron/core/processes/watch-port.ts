import type { Clock } from '../lib/clock.ts';
import type { KillTiming } from './kill-timing.ts';
import { isAmong, isVisible, type KnownHolder } from './plan-kill.ts';
import type { ProcessIdentity } from './process-reader.ts';
import { waitFor } from './wait-for.ts';

export interface PortWatch {
  readonly clock: Clock;
  readonly timing: KillTiming;
  readonly signal: AbortSignal | undefined;
  holders(): Promise<readonly KnownHolder[]>;
}

/**
 * Watches a port for a moment after its owners went. Answers as soon as somebody who can be seen holds it; a holder
 * that cannot be named may be a process that is just being started, so that is believed only at the end.
 */
export async function watchPort(
  watch: PortWatch,
  ended: readonly ProcessIdentity[],
): Promise<readonly KnownHolder[]> {
  const deadline = watch.clock.elapsed() + watch.timing.respawnWatchMs;
  for (;;) {
    const asked = watch.clock.elapsed();
    const holders = (await watch.holders()).filter((one) => !isVisible(one) || !isAmong(one, ended));
    const now = watch.clock.elapsed();
    const left = deadline - now;
    if (holders.some(isVisible) || left <= 0 || watch.signal?.aborted) return holders;
    // Where reading ports is slow it is done half of the time at most.
    await waitFor(Math.min(Math.max(watch.timing.longestPollMs / 2, now - asked), left), watch.signal);
  }
}
