import { announce } from './announce.ts';
import type { App } from './app.ts';

/** Forgets who held what. Returns what went wrong, or null. */
export async function clearHistory({ store, call }: App): Promise<string | null> {
  const outcome = await call('history.clear', {});
  if (!outcome.ok) return outcome.failure.message;
  announce(store, 'The history is cleared.');
  return null;
}
