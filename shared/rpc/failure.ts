/** A refusal or an error as it travels. The contract holds the closed list of codes; these are the door's own. */
export interface RpcFailure {
  readonly code: string;
  readonly message: string;
}

export type DoorCode =
  | 'malformed'
  | 'version-mismatch'
  | 'unknown-call'
  | 'invalid-arguments'
  | 'too-many'
  | 'cancelled'
  | 'disconnected'
  | 'internal';

/** The result of a call: an expected failure is a value, never an exception. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: RpcFailure };

export function succeed<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function fail(code: string, message: string): Outcome<never> {
  return { ok: false, failure: { code, message } };
}

/** A failure of the door itself. */
export function refuse(code: DoorCode, message: string): RpcFailure {
  return { code, message };
}
