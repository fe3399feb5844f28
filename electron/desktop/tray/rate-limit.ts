import type { Clock } from '../../core/lib/clock.ts';

/** Runs at once and then at most once in `gapMs`, with a last run after the last wish. */
export class RateLimit {
  readonly #clock: Clock;
  readonly #gapMs: number;
  readonly #run: () => void;
  #lastRun = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, gapMs: number, run: () => void) {
    this.#clock = clock;
    this.#gapMs = gapMs;
    this.#run = run;
  }

  wish(): void {
    if (this.#cancel) return;
    const restMs = this.#lastRun + this.#gapMs - this.#clock.elapsed();
    if (restMs <= 0) this.#runNow();
    else this.#cancel = this.#clock.after(restMs, () => this.#runNow());
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #runNow(): void {
    this.#cancel = null;
    this.#lastRun = this.#clock.elapsed();
    this.#run();
  }
}
