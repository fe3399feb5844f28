import type { Stage } from './kill-progress.ts';
import type { Steering } from './kill-steering.ts';
import type { KillTiming } from './kill-timing.ts';

/** How long one process is waited for. All moments are of the clock that never jumps. */
export class Patience {
  readonly #start: number;
  readonly #timing: KillTiming;
  readonly #steering: Steering;
  #base: number;
  /** What the base already accounts for. */
  #extraInBase: number;

  constructor(start: number, timing: KillTiming, steering: Steering) {
    this.#start = start;
    this.#timing = timing;
    this.#steering = steering;
    this.#base = start + timing.graceMs;
    this.#extraInBase = steering.extraMs;
  }

  /** When it is decided whether to go on waiting. Moves when more time is asked for. */
  get deadline(): number {
    return this.#base + this.#steering.extraMs - this.#extraInBase;
  }

  get #last(): number {
    return this.#start + this.#timing.longestGraceMs + this.#steering.extraMs;
  }

  /** When it will be forced if it stays as it is. */
  forceAt(stage: Stage): number {
    return stage === 'closing' ? this.#last : this.deadline;
  }

  /** Whether to wait on; what is visibly shutting down gets a little more each time, up to the longest grace. */
  lasts(now: number, isClosing: boolean): boolean {
    if (now < this.deadline) return true;
    if (!isClosing || now >= this.#last) return false;
    this.#base = Math.min(now + this.#timing.extensionMs, this.#last);
    this.#extraInBase = this.#steering.extraMs;
    return true;
  }
}
