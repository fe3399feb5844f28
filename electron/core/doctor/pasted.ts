import type { Symptom } from '../../../shared/contract/doctor.ts';
import type { Family } from '../../../shared/contract/ports.ts';

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
export interface Pasted {
  readonly symptom: Symptom;
  readonly port: number | null;
  /** Numeric, without a port; null where the text has none or means every address. */
  readonly address: string | null;
  readonly host: string | null;
  /** Null where the text names no address, or addresses of both families. */
  readonly family: Family | null;
  readonly tool: Tool | null;
  readonly expects: ExpectedProgram | null;
  /** `server` wanted to listen, `client` wanted to connect. */
  readonly side: 'server' | 'client' | 'unknown';
}
