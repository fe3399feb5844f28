import type { Clock } from '../lib/clock.ts';
import { identityKey, isSameProcess } from './identity.ts';
import type { Stage } from './kill-progress.ts';
import type { Steering } from './kill-steering.ts';
import type { KillTiming } from './kill-timing.ts';
import { Patience } from './patience.ts';
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
  /** Hears how far each process is; `forceAt` on the clock that never jumps, null when it will not be forced. */
  onStage(victim: Victim, stage: Stage, forceAt: number | null): void;
}

export interface LadderOptions {
  /** Skip the graceful signal. */
  readonly force: boolean;
  /** Ends waiting; nothing more is sent after it. */
  readonly signal: AbortSignal | undefined;
  /** Cuts the waiting for one of them short, makes it longer, or ends it. */
  steeringOf(victim: Victim): Steering;
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
  readonly steering: Steering;
  /** Aborted once nothing more is sent to it. */
  readonly calledOff: AbortSignal;
  readonly signals: string[];
  readonly startedAt: number;
  endedAt: number | null;
  isForced: boolean;
}

class KillLadder {
  readonly #options: LadderOptions;
  readonly #dependencies: LadderDependencies;
  readonly #climbs: readonly Climb[];

  constructor(victims: readonly Victim[], options: LadderOptions, dependencies: LadderDependencies) {
    this.#options = options;
    this.#dependencies = dependencies;
    const startedAt = dependencies.clock.elapsed();
    this.#climbs = victims.map((victim) => {
      const steering = options.steeringOf(victim);
      const { givenUp } = steering;
      return {
        victim,
        steering,
        calledOff: options.signal ? AbortSignal.any([options.signal, givenUp]) : givenUp,
        signals: [],
        startedAt,
        endedAt: null,
        isForced: false,
      };
    });
  }

  async climb(): Promise<ReadonlyMap<string, Ending>> {
    const { ask } = this.#dependencies.control;
    const first = new Map<Climb, Sent>();
    // One after the other: every child has its signal before its parent gets one.
    for (const climb of this.#climbs)
      first.set(climb, await (this.#isToForce(climb) ? this.#force(climb) : this.#send(climb, ask)));
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
    if (climb.isForced) return this.#confirm(climb);
    if (first === 'sent') {
      await this.#resumeIfStopped(climb);
      if (await this.#endsByItself(climb)) return this.#ending(climb, 'ended');
    }
    const forced = await this.#force(climb);
    if (forced === 'called-off') return this.#ending(climb, 'alive');
    if (forced === 'denied') return this.#ending(climb, 'denied');
    return forced === 'gone' ? this.#ending(climb, 'ended') : this.#confirm(climb);
  }

  async #confirm(climb: Climb): Promise<Ending> {
    const deadline = this.#now() + this.#dependencies.timing.forceMs;
    return this.#ending(climb, (await this.#endsUntil(climb, deadline, climb.calledOff)) ? 'ended' : 'alive');
  }

  async #force(climb: Climb): Promise<Sent> {
    if (climb.calledOff.aborted) return 'called-off';
    climb.isForced = true;
    this.#dependencies.onStage(climb.victim, 'forcing', null);
    return this.#send(climb, this.#dependencies.control.force);
  }

  /**
   * A pid that went to another process must not get what was meant for this one, so every signal looks first. A pidfd
   * would close the gap between look and signal, but Node has no call for it; the gap is some microseconds, in which the
   * kernel would have to hand out all other pids before it comes to this one again.
   */
  async #send(climb: Climb, signal: Signal): Promise<Sent> {
    if (climb.calledOff.aborted) return 'called-off';
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
    const { steering, calledOff } = climb;
    const patience = new Patience(this.#now(), timing, steering);
    const wake = AbortSignal.any([calledOff, steering.forced]);
    let stage: Stage = 'asked';
    const tell = () => this.#dependencies.onStage(climb.victim, stage, patience.forceAt(stage));
    tell();
    steering.onWish(() => climb.endedAt === null && !climb.isForced && tell());
    while (
      !(await this.#endsUntil(climb, Math.min(patience.deadline, this.#now() + timing.extensionMs), wake))
    ) {
      if (wake.aborted) return false;
      const isClosing = await this.#isShuttingDown(climb);
      stage = isClosing ? 'closing' : 'asked';
      if (!patience.lasts(this.#now(), isClosing)) return false;
      tell();
    }
    return true;
  }

  /** A child that holds no port is as far as the owner that it belongs to. */
  async #isShuttingDown(climb: Climb): Promise<boolean> {
    const since = this.#now() - this.#dependencies.timing.graceMs;
    const isLosingChildren = this.#climbs.some(
      ({ victim, endedAt }) => endedAt !== null && endedAt >= since && isBelow(victim, climb.victim),
    );
    if (isLosingChildren) return true;
    if (climb.victim.role === 'owner') return !(await this.#dependencies.holdsPort(climb.victim));
    const owner = this.#climbs.find(
      (other) =>
        other.victim.role === 'owner' &&
        other.endedAt === null &&
        !other.isForced &&
        isBelow(climb.victim, other.victim),
    );
    return owner !== undefined && this.#isShuttingDown(owner);
  }

  async #endsUntil(climb: Climb, deadline: number, wake: AbortSignal | undefined): Promise<boolean> {
    const { timing, control } = this.#dependencies;
    let pause = timing.firstPollMs;
    let nextLook = 0;
    for (;;) {
      const askedAt = this.#now();
      const isOver = askedAt >= deadline || (wake?.aborted ?? false);
      // Where telling who has a pid takes a program of its own, whether anybody has it is asked in between.
      if (isOver || askedAt >= nextLook || !control.mayExist(climb.victim.pid)) {
        if (!(await this.#isAlive(climb))) return true;
        if (isOver) return false;
        nextLook = this.#now() + (this.#now() - askedAt) * timing.lookPause;
      }
      await waitFor(Math.min(pause, deadline - askedAt), wake);
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

  #isToForce({ steering }: Climb): boolean {
    return this.#options.force || steering.forced.aborted;
  }

  #now(): number {
    return this.#dependencies.clock.elapsed();
  }
}

function isBelow(victim: Victim, other: Victim): boolean {
  return victim.ancestors.some(({ pid }) => pid === other.pid);
}
