import type { KillSteer } from '../../../shared/contract/kill-plan.ts';

/** Milliseconds that one wish to wait adds. */
const extensionMs = 30_000;

/** What a person wishes while a kill runs. */
export class KillSteering {
  readonly #force = new AbortController();
  readonly #listeners = new Set<() => void>();
  #extraMs = 0;

  /** Aborted once the waiting is to be cut short. */
  get forced(): AbortSignal {
    return this.#force.signal;
  }

  /** Waiting that was asked for so far. */
  get extraMs(): number {
    return this.#extraMs;
  }

  follow(wish: KillSteer['wish']): void {
    if (wish === 'force') this.#force.abort();
    else this.#extraMs += extensionMs;
    for (const listener of this.#listeners) listener();
  }

  /** Runs after every wish. */
  onWish(listener: () => void): void {
    this.#listeners.add(listener);
  }
}
