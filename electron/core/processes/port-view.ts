import type { Protocol } from '../../../shared/contract/ports.ts';

/** Somebody who holds a port right now. */
export type Holder = VisibleHolder | HiddenHolder;

export interface VisibleHolder {
  readonly hidden: false;
  readonly pid: number;
  /** Milliseconds since the epoch; null where the tool that was asked tells only the pid. */
  readonly startTime: number | null;
  readonly name: string;
}

/** A listener of which this user may not see the owner. */
export interface HiddenHolder {
  readonly hidden: true;
  /** Whose it is, where the system tells. */
  readonly user: string | null;
}

/** A listener with everyone who holds it. */
export interface HeldPort {
  readonly protocol: Protocol;
  readonly address: string;
  readonly port: number;
  readonly holders: readonly Holder[];
}

/** What ending a process needs to know about ports. */
export interface PortView {
  /** Read now, past every cache. Only listeners: a client of the port is never in here. */
  holders(port: number, protocol: Protocol): Promise<readonly Holder[]>;
  /** All that these processes listen on. May be a little older than the answer of `holders`. */
  listenersOf(pids: readonly number[]): Promise<readonly HeldPort[]>;
}
