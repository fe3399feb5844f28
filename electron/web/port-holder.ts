import type { Snapshot } from '../../shared/contract/snapshot.ts';

/** Addresses whose listener answers, or stands in the way of, a connection to loopback. */
const inTheWay = new Set(['127.0.0.1', '::1', '0.0.0.0', '::']);

/**
 * Who holds a TCP port on loopback: `python3 (pid 4242)`, `a program of root`; null when nobody does. Asked
 * before binding, because macOS and Windows let a specific address be bound under somebody's wildcard.
 */
export function portHolder(snapshot: Snapshot, port: number): string | null {
  const listener = snapshot.listeners.find(
    (row) => row.protocol === 'tcp' && row.port === port && inTheWay.has(row.address),
  );
  if (!listener) return null;
  const owner = snapshot.processes.find((process) => listener.owners.includes(process.key));
  if (owner) return `${owner.name} (pid ${owner.pid})`;
  return listener.socketUser === null
    ? 'a program that this user may not see'
    : `a program of ${listener.socketUser}`;
}
