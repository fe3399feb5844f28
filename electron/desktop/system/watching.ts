import type { Core } from '../../core/core.ts';

/** Why nobody scans: the person said so, or the machine sleeps. */
export type PauseReason = 'person' | 'sleep';

/** Keeps the core scanning unless there is a reason not to. */
export class Watching {
  readonly #core: Pick<Core, 'pause' | 'resume'>;
  readonly #reasons = new Set<PauseReason>();

  constructor(core: Pick<Core, 'pause' | 'resume'>) {
    this.#core = core;
  }

  get isPausedByPerson(): boolean {
    return this.#reasons.has('person');
  }

  set(reason: PauseReason, paused: boolean): void {
    if (paused) this.#reasons.add(reason);
    else this.#reasons.delete(reason);
    if (this.#reasons.size > 0) this.#core.pause();
    else this.#core.resume();
  }
}
