import type { Listener, Protocol, Reach } from '../../../shared/contract/ports.ts';
import type { Changes } from '../../../shared/contract/snapshot.ts';

export interface KnownListener {
  readonly id: string;
  readonly port: number;
  readonly protocol: Protocol;
  readonly address: string;
  readonly reach: Reach;
  /** What a person knows its owner by. */
  readonly name: string;
  readonly isServedByBerth: boolean;
}

/** One port before and after a change that its listeners or their owners had a part in. */
export interface PortChange {
  readonly port: number;
  readonly before: readonly KnownListener[];
  readonly after: readonly KnownListener[];
  /** Of those after, the ones that were not there before. */
  readonly opened: readonly KnownListener[];
  readonly hasNewOwner: boolean;
}

/** Remembers who listens, for a change says of what is gone only which it was. */
export class PortLedger {
  readonly #byPort = new Map<number, Map<string, KnownListener>>();
  readonly #portOf = new Map<string, number>();
  readonly #names = new Map<string, string>();

  /** Takes a change in, and tells what it means port by port. */
  apply(changes: Changes): readonly PortChange[] {
    for (const { key, name, project } of changes.processes) {
      this.#names.set(key, project ? `${project.name} (${name})` : name);
    }
    const touched = new Set(changes.events.map(({ listenerId }) => listenerId));
    const listeners = new Map(changes.listeners.map((listener) => [listener.id, listener]));
    const ports = this.#portsOf(touched, listeners);
    const before = new Map(ports.map((port) => [port, this.#known(port)]));
    for (const id of changes.removedListeners) this.#drop(id);
    for (const listener of listeners.values()) this.#keep(listener);
    for (const key of changes.removedProcesses) this.#names.delete(key);
    const withNewOwner = new Set(
      changes.events.filter(({ kind }) => kind === 'changed-owner').map(({ listenerId }) => listenerId),
    );
    return ports.map((port) => describe(port, before.get(port) ?? [], this.#known(port), withNewOwner));
  }

  #portsOf(ids: ReadonlySet<string>, listeners: ReadonlyMap<string, Listener>): readonly number[] {
    const ports = [...ids].map((id) => listeners.get(id)?.port ?? this.#portOf.get(id));
    return [...new Set(ports.filter((port) => port !== undefined))];
  }

  #known(port: number): readonly KnownListener[] {
    return [...(this.#byPort.get(port)?.values() ?? [])];
  }

  #drop(id: string): void {
    const port = this.#portOf.get(id);
    if (port === undefined) return;
    this.#portOf.delete(id);
    const held = this.#byPort.get(port);
    held?.delete(id);
    if (held?.size === 0) this.#byPort.delete(port);
  }

  #keep({ id, port, protocol, address, reach, label, owners, socketUser, folderId }: Listener): void {
    const owner = this.#names.get(owners[0] ?? '');
    const name = label ?? owner ?? (socketUser ? `a program of ${socketUser}` : 'another user’s program');
    const held = this.#byPort.get(port) ?? new Map<string, KnownListener>();
    held.set(id, { id, port, protocol, address, reach, name, isServedByBerth: Boolean(folderId) });
    this.#byPort.set(port, held);
    this.#portOf.set(id, port);
  }
}

function describe(
  port: number,
  before: readonly KnownListener[],
  after: readonly KnownListener[],
  withNewOwner: ReadonlySet<string>,
): PortChange {
  const known = new Set(before.map(({ id }) => id));
  return {
    port,
    before,
    after,
    opened: after.filter(({ id }) => !known.has(id)),
    hasNewOwner: after.some(({ id }) => withNewOwner.has(id)),
  };
}
