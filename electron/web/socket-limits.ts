import type { RateLimits } from './rate-limit.ts';

export interface SocketLimits {
  readonly rate: RateLimits;
  /** Bytes of a message that is still answered, with a refusal above that. */
  readonly maxMessageBytes: number;
  /** Bytes of a message that end the connection before it is read to its end. */
  readonly maxFrameBytes: number;
  /** Bytes waiting for the other side from which on it counts as congested. */
  readonly congestedBytes: number;
  /** Bytes waiting for the other side from which on the connection is given up. */
  readonly maxWaitingBytes: number;
  readonly maxConnections: number;
  /** Milliseconds between two pings; a connection that left one unanswered is ended at the next. */
  readonly pingEveryMs: number;
}

/** The largest message that the interface has reason to send, a kill with many owners, stays below 64 KiB. */
export const socketLimits: SocketLimits = {
  rate: { perSecond: 200, burst: 400, patience: 1000 },
  maxMessageBytes: 64 * 1024,
  maxFrameBytes: 1024 * 1024,
  congestedBytes: 1024 * 1024,
  maxWaitingBytes: 16 * 1024 * 1024,
  maxConnections: 32,
  pingEveryMs: 30_000,
};
