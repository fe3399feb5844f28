/** How often somebody wants the list to be looked at. */
export interface PaceWish {
  readonly attention: 'watched' | 'unwatched' | 'paused';
  /** Milliseconds between two scans while watched. */
  readonly intervalMs: number;
}

export interface ScanHistory {
  /** Milliseconds that the last scan took. */
  readonly durationMs: number;
  /** Scans that failed since the last good one. */
  readonly failures: number;
  /** Milliseconds since something was done to a port; null when never. */
  readonly sinceActionMs: number | null;
}

/** After an action the result is wanted at once: this often, for this long. */
const afterActionIntervalMs = 250;
const afterActionForMs = 3000;
/** Only a tray icon to keep true. */
const unwatchedFactor = 5;
/** A slow source may use at most this share of one core. */
const maxShare = 0.1;
const longestDelayMs = 60_000;

/** Milliseconds to wait until the next scan, null for none. */
export function nextDelay(wish: PaceWish, history: ScanHistory): number | null {
  if (wish.attention === 'paused') return null;
  const restMs = history.durationMs / maxShare - history.durationMs;
  if (history.failures > 0) {
    return Math.min(longestDelayMs, Math.max(restMs, wish.intervalMs * 2 ** Math.min(history.failures, 10)));
  }
  return Math.min(longestDelayMs, Math.max(restMs, wantedInterval(wish, history.sinceActionMs)));
}

function wantedInterval(wish: PaceWish, sinceActionMs: number | null): number {
  if (sinceActionMs !== null && sinceActionMs < afterActionForMs) {
    return Math.min(afterActionIntervalMs, wish.intervalMs);
  }
  return wish.attention === 'watched' ? wish.intervalMs : wish.intervalMs * unwatchedFactor;
}
