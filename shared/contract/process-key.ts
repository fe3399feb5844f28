import type { ProcessIdentityWire } from './processes.ts';

/** The key of a process: `pid@startTime`. Free of schemas. */
export function processKey({ pid, startTime }: ProcessIdentityWire): string {
  return `${pid}@${startTime}`;
}
