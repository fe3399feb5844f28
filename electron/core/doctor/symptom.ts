import type { Family } from '../../../shared/contract/ports.ts';

/** What a pasted text complains about; `port-only` names a port without a complaint, `unknown` says neither. */
export type SymptomKind =
  | 'in-use'
  | 'refused'
  | 'timed-out'
  | 'reset'
  | 'permission-denied'
  | 'disconnected-debugger'
  | 'wrong-protocol'
  | 'name-not-found'
  | 'unreachable'
  | 'address-not-available'
  | 'port-only'
  | 'unknown';

/** Who printed the text. `windows` is all that can be said where only the words of the system are there. */
export type Tool =
  | 'node'
  | 'python'
  | 'java'
  | 'go'
  | 'rust'
  | 'dotnet'
  | 'php'
  | 'ruby'
  | 'docker'
  | 'kubernetes'
  | 'curl'
  | 'browser'
  | 'nginx'
  | 'apache'
  | 'postgres'
  | 'mysql'
  | 'mongodb'
  | 'redis'
  | 'ssh'
  | 'windows';

/** What the text expects to find behind the port. */
export type ExpectedProgram =
  | 'java-debugger'
  | 'http'
  | 'https'
  | 'postgres'
  | 'mysql'
  | 'mongodb'
  | 'redis'
  | 'ssh'
  | 'kubernetes';

/** A pasted text, understood as far as it goes. */
export interface Symptom {
  readonly kind: SymptomKind;
  readonly port: number | null;
  /** Numeric, without a port; null where the text has none or means every address. */
  readonly address: string | null;
  readonly host: string | null;
  /** Null where the text names no address, or addresses of both families. */
  readonly family: Family | null;
  readonly tool: Tool | null;
  readonly expects: ExpectedProgram | null;
  /** `server` wanted to listen, `client` wanted to connect. */
  readonly role: 'server' | 'client' | null;
}
