import { announce } from './announce.ts';
import type { App } from './app.ts';

/** Gives a port a label, or takes it away with an empty one. Returns what went wrong, or null. */
export async function changeLabel({ store, call }: App, port: number, text: string): Promise<string | null> {
  const label = text === '' ? null : text;
  const outcome = await call('ports.label', { port, label });
  if (!outcome.ok) return outcome.failure.message;
  announce(store, label ? `Port ${port} is now called ${label}.` : `Port ${port} has no label any more.`);
  return null;
}
