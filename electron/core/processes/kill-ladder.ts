import type { Clock } from '../lib/clock.ts';
import { identityKey, isSameProcess } from './identity.ts';
import type { KillTiming } from './kill-timing.ts';
import type { Victim } from './plan-kill.ts';
import type { Delivery, ProcessControl, Signal } from './process-control.ts';
import type { ProcessReader } from './process-reader.ts';
import { waitFor } from './wait-for.ts';

export interface LadderDependencies {
  readonly processes: ProcessReader;
  readonly control: ProcessControl;
  readonly clock: Clock;
  readonly timing: KillTiming;
  /** Whether this process still holds one of the ports that it is ended for, read now. */
  holdsPort(victim: Victim): Promise<boolean>;
}

export interface LadderOptions {
  /** Skip the graceful signal. */
  readonly force: boolean;
  /** Ends waiting; nothing more is sent after it. */
  readonly signal: AbortSignal | undefined;
}

/** Where a process ended up. `alive` after being called off, or after force did not help. */
export interface Ending {
  readonly state: 'ended' | 'alive' | 'denied';
  /** Names in the order sent. */
  readonly signals: readonly string[];
  readonly waitedMs: number;
}

/** Ends processes, children before parents, and says of each what became of it. */
export async function climbKillLadder(
  victims: readonly Victim[],
  options: LadderOptions,
  dependencies: LadderDependencies,
): Promise<ReadonlyMap<string, Ending>> {
  const ladder = new KillLadder(victims, options, dependencies);
  return ladder.climb();
}

type Sent = Delivery | 'called-off';

interface Climb {
  readonly victim: Victim;
  readonly signals: string[];
  readonly startedAt: number;
  endedAt: number | null;
}

class KillLadder {
  readonly #options: LadderOptions;
  readonly #dependencies: LadderDependencies;
  readonly #climbs: readonly Climb[];

  constructor(victims: readonly Victim[], options: LadderOptions, dependencies: LadderDependencies) {
    this.#options = options;
    this.#dependencies = dependencies;
    const startedAt = dependencies.clock.elapsed();
    this.#climbs = victims.map((victim) => ({ victim, signals: [], startedAt, endedAt: null }));
  }

  async climb(): Promise<ReadonlyMap<string, Ending>> {
    const { ask, force } = this.#dependencies.control;
    const first = new Map<Climb, Sent>();
    // One after the other: every child has its signal before its parent gets one.
    for (const climb of this.#climbs)
      first.set(climb, await this.#send(climb, this.#options.force ? force : ask));
    const endings = await Promise.all(
      this.#climbs.map(
        async (climb) => [identityKey(climb.victim), await this.#follow(climb, first.get(climb))] as const,
      ),
    );
    return new Map(endings);
  }

  async #follow(climb: Climb, first: Sent | undefined): Promise<Ending> {
    if (first === 'gone') return this.#ending(climb, 'ended');
    if (first === 'denied') return this.#ending(climb, 'denied');
    if (first === 'called-off') return this.#ending(climb, 'alive');
    if (this.#options.force) return this.#confirm(climb);
    if (first === 'sent') {
      await this.#resumeIfStopped(climb);
      if (await this.#endsByItself(climb)) return this.#ending(climb, 'ended');
    }
    const forced = await this.#send(climb, this.#dependencies.control.force);
    if (forced === 'called-off') return this.#ending(climb, 'alive');
    if (forced === 'denied') return this.#ending(climb, 'denied');
    return forced === 'gone' ? this.#ending(climb, 'ended') : this.#confirm(climb);
  }

  async #confirm(climb: Climb): Promise<Ending> {
    const deadline = this.#now() + this.#dependencies.timing.forceMs;
    return this.#ending(climb, (await this.#endsUntil(climb, deadline)) ? 'ended' : 'alive');
  }

  /** A pid that went to another process must not get what was meant for this one, so every signal looks first. */
  async #send(climb: Climb, signal: Signal): Promise<Sent> {
    if (this.#isCalledOff()) return 'called-off';
    if (!(await this.#isAlive(climb))) return 'gone';
    const delivery = await signal.send(climb.victim.pid);
    if (delivery === 'sent') climb.signals.push(signal.name);
    return delivery;
  }

  async #resumeIfStopped(climb: Climb): Promise<void> {
    const { control } = this.#dependencies;
    if (control.resume && (await control.isStopped(climb.victim.pid)))
      await this.#send(climb, control.resume);
  }

  /** Waits for the grace, and longer as long as it can be seen shutting down. */
  async #endsByItself(climb: Climb): Promise<boolean> {
    const { timing } = this.#dependencies;
    const start = this.#now();
    const last = start + timing.longestGraceMs;
    let deadline = start + timing.graceMs;
    while (!(await this.#endsUntil(climb, deadline))) {
      if (this.#isCalledOff() || this.#now() >= last || !(await this.#isShuttingDown(climb))) return false;
      deadline = Math.min(this.#now() + timing.extensionMs, last);
    }
    return true;
  }

  async #isShuttingDown(climb: Climb): Promise<boolean> {
    const since = this.#now() - this.#dependencies.timing.graceMs;
    const isLosingChildren = this.#climbs.some(
      ({ victim, endedAt }) =>
        endedAt !== null && endedAt >= since && victim.ancestors.some(({ pid }) => pid === climb.victim.pid),
    );
    return isLosingChildren || !(await this.#dependencies.holdsPort(climb.victim));
  }

  async #endsUntil(climb: Climb, deadline: number): Promise<boolean> {
    const { timing, control } = this.#dependencies;
    let pause = timing.firstPollMs;
    let nextLook = 0;
    for (;;) {
      const askedAt = this.#now();
      const isOver = askedAt >= deadline || this.#isCalledOff();
      // Where telling who has a pid takes a program of its own, whether anybody has it is asked in between.
      if (isOver || askedAt >= nextLook || !control.mayExist(climb.victim.pid)) {
        if (!(await this.#isAlive(climb))) return true;
        if (isOver) return false;
        nextLook = this.#now() + (this.#now() - askedAt) * timing.lookPause;
      }
      await waitFor(Math.min(pause, deadline - askedAt), this.#options.signal);
      pause = Math.min(pause * 1.5, timing.longestPollMs);
    }
  }

  async #isAlive(climb: Climb): Promise<boolean> {
    const { pid } = climb.victim;
    const now = (await this.#dependencies.processes.identify([pid])).get(pid);
    const isAlive = now !== undefined && isSameProcess(now, climb.victim);
    if (!isAlive) climb.endedAt ??= this.#now();
    return isAlive;
  }

  #ending(climb: Climb, state: Ending['state']): Ending {
    return { state, signals: climb.signals, waitedMs: this.#now() - climb.startedAt };
  }

  #isCalledOff(): boolean {
    return this.#options.signal?.aborted ?? false;
  }

  #now(): number {
    return this.#dependencies.clock.elapsed();
  }
}
