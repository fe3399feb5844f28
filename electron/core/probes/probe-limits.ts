/** What a probe may cost whoever answers. Milliseconds and bytes; enforced in `probe-budget.ts`. */
export const probeLimits = {
  connections: 2,
  bytesSent: 700,
  /** Bytes that are kept and read. What comes after them is drained, so that the close is no reset. */
  bytesReceived: 16 * 1024,
  connectMs: 1500,
  /** How long it may speak first. */
  passiveMs: 250,
  /** From what was sent to the end of the answer. */
  activeMs: 1500,
  /** An answer is whole when nothing more came for this long. */
  quietMs: 40,
  /** How long the other side may take to close, and to send what it still wants to. */
  closeMs: 300,
} as const;

/** What Berth does by itself, of all that it may. */
export const automaticLimits = {
  /** From the moment a listener appeared. */
  afterMs: 3000,
  atOnce: 1,
  perMinute: 4,
} as const;
