import type { Outcome } from './kill.ts';

/** True when the port can be bound now, which is all that `kill` promises. Free of schemas, for pages. */
export function isPortFree(outcome: Outcome): boolean {
  return outcome === 'freed' || outcome === 'gone';
}
