import { announce } from './announce.ts';
import type { App } from './app.ts';

/** Asks what answers. The answer reaches its row as an event; returned is what went wrong, or null. */
export async function runProbe({ store, call, facts }: App, listenerId: string, signal: AbortSignal) {
  const outcome = await call('probes.run', { listenerId }, { signal });
  if (!outcome.ok) return outcome.failure.message;
  facts.event('probe', outcome.value);
  announce(store, outcome.value.message);
  return null;
}
