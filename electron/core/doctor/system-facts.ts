import type { Family } from '../../../shared/contract/ports.ts';
import type { PortSpan } from '../free-ports/system-ports.ts';

/** A fact that could be read, or the reason why it could not, as the end of a sentence. */
export type Known<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly why: string };

export function know<T>(value: T): Known<T> {
  return { known: true, value };
}

export function unknown(why: string): Known<never> {
  return { known: false, why };
}

export interface SocketHolder {
  readonly pid: number;
  readonly name: string;
  /** Empty where the system does not tell. */
  readonly command: readonly string[];
}

/** One TCP socket whose own end is the port, in whatever state. */
export interface PortSocket {
  readonly family: Family;
  readonly address: string;
  readonly remoteAddress: string;
  readonly remotePort: number;
  readonly state: 'listening' | 'connected' | 'time-wait' | 'closing';
  /** Null where there is none, or it may not be seen. */
  readonly holder: SocketHolder | null;
  /** Milliseconds until the system forgets a socket in TIME_WAIT; null elsewhere and where it is not told. */
  readonly endsInMs: number | null;
}

/** Ports with which the system has plans of its own. */
export interface KeptPorts {
  /** Nobody may listen there: excluded ranges of Windows. */
  readonly excluded: readonly PortSpan[];
  /** Kept for something by the administrator; one may listen there. */
  readonly reserved: readonly PortSpan[];
  /** Given to outgoing connections. */
  readonly ephemeral: PortSpan;
  /** The first port that a user who is not root may listen on. */
  readonly firstUnprivileged: number;
}

/** Something that listens where this machine's own addresses do not lead. */
export interface ElsewhereListener {
  readonly address: string;
  readonly holder: SocketHolder;
}

export interface Firewall {
  /** `ufw`, `firewalld`, `nftables`, `macOS application firewall`, `Windows firewall`. */
  readonly name: string;
  readonly isOn: boolean;
  /** Whether connections from other machines to the port are let in; null where that cannot be told. */
  readonly admits: boolean | null;
}

/** What only the operating system knows. One implementation each; recorded facts take their place in tests. */
export interface SystemFacts {
  socketsOn(port: number, signal: AbortSignal): Promise<Known<readonly PortSocket[]>>;
  keptPorts(signal: AbortSignal): Promise<Known<KeptPorts>>;
  /** In other network namespaces. */
  listenersElsewhere(port: number, signal: AbortSignal): Promise<Known<readonly ElsewhereListener[]>>;
  /** Programs with a socket that is in no table of the system, as one that is bound and does not listen. */
  unlistedHolders(signal: AbortSignal): Promise<Known<readonly SocketHolder[]>>;
  firewall(port: number, signal: AbortSignal): Promise<Known<Firewall>>;
}
