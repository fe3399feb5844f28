import type { Family, Protocol } from '../../../shared/contract/ports.ts';

/** A process as a source sees it. What a source cannot tell is null and is looked up by the processes area. */
export interface SocketOwner {
  readonly pid: number;
  /** Milliseconds since the epoch. */
  readonly startTime: number | null;
  readonly name: string | null;
}

/** One socket that accepts. Several can share one address (SO_REUSEPORT). */
export interface ListeningSocket {
  /** Unique within its source and the same as long as the socket lives: `tcp6:48213`. */
  readonly key: string;
  readonly protocol: Protocol;
  readonly family: Family;
  /** Canonical text: RFC 5952 for IPv6, scope kept where told, wildcards `0.0.0.0` and `::`. */
  readonly address: string;
  readonly port: number;
  /** Numeric user id, null where the system does not tell. */
  readonly uid: number | null;
  readonly owners: readonly SocketOwner[];
  /** True when nobody, or not everybody, who holds it may be seen by this user. */
  readonly ownersHidden: boolean;
}

/** What is different since the scan before; the first scan has everything in `changed`. */
export interface SocketChanges {
  /** New sockets and sockets whose owners (or an owner's name) are different. */
  readonly changed: readonly ListeningSocket[];
  /** Keys of sockets that are gone. */
  readonly removed: readonly string[];
}

export type PortSourceName = 'proc' | 'netlink' | 'libproc' | 'iphelper' | 'ss' | 'netstat' | 'lsof';

/** Reads which sockets listen. One OS and one way of asking each; keeps what it needs to be cheap the next time. */
export interface PortSource {
  readonly name: PortSourceName;
  /** Throws when the whole reading failed; a bad line loses only itself. */
  scan(): Promise<SocketChanges>;
  close(): void;
}

export const noSocketChanges: SocketChanges = { changed: [], removed: [] };
