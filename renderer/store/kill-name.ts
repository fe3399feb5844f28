import type { PortRow } from './port-row.ts';

/** What a button would end: `python3, process 60311, on port 62893`. */
export function killName({ owners, listener }: PortRow): string {
  const [first] = owners;
  if (!first && listener.container) return `container ${listener.container.name}, on port ${listener.port}`;
  if (!first) return `port ${listener.port}`;
  const who = owners.length === 1 ? `process ${first.pid}` : `${owners.length} processes`;
  return `${first.name}, ${who}, on port ${listener.port}`;
}
