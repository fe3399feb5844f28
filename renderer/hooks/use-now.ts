import { useSyncExternalStore } from 'react';

const tickers = new Map<number, { readonly listeners: Set<() => void>; timer: number; now: number }>();

/** The time in milliseconds, renewed every `everyMs`; all who ask for the same pace share one timer. */
export function useNow(everyMs: number): number {
  return useSyncExternalStore(
    (onTick) => subscribe(everyMs, onTick),
    () => tickers.get(everyMs)?.now ?? floorTo(everyMs),
  );
}

function subscribe(everyMs: number, onTick: () => void): () => void {
  const ticker = tickers.get(everyMs) ?? start(everyMs);
  ticker.listeners.add(onTick);
  return () => {
    ticker.listeners.delete(onTick);
    if (ticker.listeners.size > 0) return;
    window.clearInterval(ticker.timer);
    tickers.delete(everyMs);
  };
}

function start(everyMs: number) {
  const ticker = { listeners: new Set<() => void>(), now: Date.now(), timer: 0 };
  ticker.timer = window.setInterval(() => {
    ticker.now = Date.now();
    for (const listener of ticker.listeners) listener();
  }, everyMs);
  tickers.set(everyMs, ticker);
  return ticker;
}

/** The same number for the same pace before the timer runs, so that two reads in a row agree. */
function floorTo(everyMs: number): number {
  return Math.floor(Date.now() / everyMs) * everyMs;
}
