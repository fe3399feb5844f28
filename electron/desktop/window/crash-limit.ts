import type { Clock } from '../../core/lib/clock.ts';

const mostReloads = 3;
const withinMs = 60_000;

/** A page that crashes is loaded again, but not for ever: three times in a minute. */
export class CrashLimit {
  readonly #clock: Clock;
  #reloads: readonly number[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a crash; false when a person has to decide. */
  mayReload(): boolean {
    const now = this.#clock.elapsed();
    this.#reloads = this.#reloads.filter((at) => now - at < withinMs);
    if (this.#reloads.length >= mostReloads) return false;
    this.#reloads = [...this.#reloads, now];
    return true;
  }

  reset(): void {
    this.#reloads = [];
  }
}
