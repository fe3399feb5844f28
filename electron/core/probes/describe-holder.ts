import type { Listener } from '../../../shared/contract/ports.ts';
import type { Process } from '../../../shared/contract/processes.ts';

/** `python3 60311`, of several the first; null when nobody is known. */
export function describeHolder(owners: readonly Process[]): string | null {
  const [first] = owners;
  return first === undefined ? null : `${first.name} ${first.pid}`;
}

/** As above, with a word for who cannot be seen. */
export function nameHolder(listener: Listener, owners: readonly Process[]): string {
  const known = describeHolder(owners);
  if (known !== null) return known;
  return listener.socketUser === null ? 'a hidden process' : `a process of user ${listener.socketUser}`;
}

/** `127.0.0.1:3000`, `[::1]:3000`. */
export function formatAddress(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
