/**
 * `absent`: nothing answers there. `denied`: this user may not ask. `broken`: what came was no answer. `gone`: there is no
 * such container. `refused`: the engine says no, in its own words.
 */
export type EngineReason = 'absent' | 'denied' | 'timeout' | 'broken' | 'gone' | 'refused' | 'aborted';

/** An engine could not be asked, or did not do it. The message is a sentence. */
export class EngineError extends Error {
  readonly reason: EngineReason;

  constructor(reason: EngineReason, message: string) {
    super(message);
    this.name = 'EngineError';
    this.reason = reason;
  }
}
