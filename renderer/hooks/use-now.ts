import { useCallback, useSyncExternalStore } from 'react';

/** A clock that shows the time of its last tick, and ticks only while somebody looks. */
class Ticker {
  now = Date.now();
  readonly #everyMs: number;
  readonly #listeners = new Set<() => void>();
  #timer = 0;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  subscribe(listener: () => void): () => void {
    if (this.#listeners.size === 0) this.#start();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) window.clearInterval(this.#timer);
    };
  }

  #start() {
    this.now = Date.now();
    this.#timer = window.setInterval(() => {
      this.now = Date.now();
      for (const listener of this.#listeners) listener();
    }, this.#everyMs);
  }
}

/** One for each pace, shared by all who ask for it. */
const tickers = new Map<number, Ticker>();

/** The time in milliseconds, renewed every `everyMs`. */
export function useNow(everyMs: number): number {
  const ticker = tickerFor(everyMs);
  const subscribe = useCallback((onTick: () => void) => ticker.subscribe(onTick), [ticker]);
  return useSyncExternalStore(subscribe, () => ticker.now);
}

function tickerFor(everyMs: number): Ticker {
  const ticker = tickers.get(everyMs) ?? new Ticker(everyMs);
  tickers.set(everyMs, ticker);
  return ticker;
}
