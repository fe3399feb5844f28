import { announce } from './announce.ts';
import type { App } from './app.ts';

/** Remembers that the hints of the first start were seen. */
export async function putHintsAway({ store, call, facts }: App): Promise<void> {
  const outcome = await call('settings.change', { welcomed: true });
  if (outcome.ok) facts.settings(outcome.value);
  else announce(store, outcome.failure.message);
}
