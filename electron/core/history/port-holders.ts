import type { Listener } from '../../../shared/contract/ports.ts';
import type { Process } from '../../../shared/contract/processes.ts';

/** Somebody who holds a port, on one address or several. */
export interface PortHolder {
  /** The same for the same process for as long as it lives. */
  readonly key: string;
  /** Null while hidden or not read yet. */
  readonly process: Process | null;
  readonly listeners: readonly Listener[];
}

/** Who holds a port right now. A forked family counts as the one that began it. */
export function portHolders(
  listeners: readonly Listener[],
  processes: ReadonlyMap<string, Process>,
): ReadonlyMap<string, PortHolder> {
  const holders = new Map<string, PortHolder>();
  for (const listener of listeners) {
    const process = firstOfFamily(listener, processes);
    const key = process?.key ?? unknownHolder;
    const before = holders.get(key);
    holders.set(key, { key, process, listeners: [...(before?.listeners ?? []), listener] });
  }
  return holders;
}

export const unknownHolder = 'unknown';

/** A process that was seen and not read yet has the start of 1970. */
export function isUnread(key: string): boolean {
  return key === unknownHolder || key.endsWith('@1970-01-01T00:00:00.000Z');
}

function firstOfFamily(listener: Listener, processes: ReadonlyMap<string, Process>): Process | null {
  const owners = listener.owners.flatMap((key) => processes.get(key) ?? []);
  return owners.reduce<Process | null>(
    (first, owner) => (first === null || startsBefore(owner, first) ? owner : first),
    null,
  );
}

function startsBefore(a: Process, b: Process): boolean {
  return a.startTime < b.startTime || (a.startTime === b.startTime && a.pid < b.pid);
}
