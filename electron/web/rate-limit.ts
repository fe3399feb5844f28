export interface RateLimits {
  /** Messages a second that are always fine. */
  readonly perSecond: number;
  /** Messages at once after a pause. */
  readonly burst: number;
  /** Refusals at once until the connection is ended; comes back at a tenth of `perSecond`. */
  readonly patience: number;
}

export type RateVerdict = 'pass' | 'refuse' | 'end';

/** Judges the messages of one connection. `elapsed` gives milliseconds of a clock that never jumps. */
export function createRateLimit(limits: RateLimits, elapsed: () => number): () => RateVerdict {
  const messages = createBucket(limits.burst, limits.perSecond, elapsed);
  const refusals = createBucket(limits.patience, limits.perSecond / 10, elapsed);
  return () => {
    if (messages.take()) return 'pass';
    return refusals.take() ? 'refuse' : 'end';
  };
}

function createBucket(size: number, perSecond: number, elapsed: () => number) {
  let level = size;
  let filledAt = elapsed();
  return {
    take(): boolean {
      const now = elapsed();
      level = Math.min(size, level + ((now - filledAt) / 1000) * perSecond);
      filledAt = now;
      if (level < 1) return false;
      level -= 1;
      return true;
    },
  };
}
