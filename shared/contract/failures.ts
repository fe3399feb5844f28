import { z } from 'zod';

/** Every way a call can fail. Closed: a new failure gets a name here first. */
export const failureCodes = [
  'malformed',
  'too-large',
  'too-many',
  'version-mismatch',
  'unknown-call',
  'invalid-arguments',
  'not-allowed',
  'unsupported',
  'not-found',
  'ports-unreadable',
  'no-free-port',
  'storage-full',
  'storage-failed',
  'cancelled',
  'disconnected',
  'internal',
] as const;

export const failureSchema = z.strictObject({
  code: z.enum(failureCodes),
  /** A sentence for a person: what was wrong and what to do. */
  message: z.string(),
});
export type FailureCode = (typeof failureCodes)[number];
export type Failure = Readonly<z.infer<typeof failureSchema>>;
