import type { KillTarget } from '../../../shared/contract/kill.ts';
import type { KillProgress } from '../../../shared/contract/kill-plan.ts';
import type { Clock } from '../lib/clock.ts';

export type Stage = KillProgress['stage'];

const order: readonly Stage[] = ['elevating', 'asked', 'closing', 'forcing', 'watching'];

interface Standing {
  readonly stage: Stage;
  readonly forceAtMs: number | null;
}

/** Says of each port of a run how far it is: as far as the process that needs most. Says nothing twice. */
export class KillProgressTeller {
  readonly #runId: string;
  readonly #clock: Clock;
  readonly #startedAt: number;
  readonly #tell: (progress: KillProgress) => void;
  readonly #standings = new Map<KillTarget, Map<string, Standing>>();
  readonly #told = new Map<KillTarget, string>();

  constructor(runId: string, clock: Clock, tell: (progress: KillProgress) => void) {
    this.#runId = runId;
    this.#clock = clock;
    this.#startedAt = clock.elapsed();
    this.#tell = tell;
  }

  /** `forceAt` on the clock that never jumps. */
  note(target: KillTarget, process: string, stage: Stage, forceAt: number | null): void {
    const standings = this.#standings.get(target) ?? new Map<string, Standing>();
    this.#standings.set(target, standings);
    standings.set(process, { stage, forceAtMs: forceAt === null ? null : this.#since(forceAt) });
    this.#say(target, [...standings.values()].reduce(furthest));
  }

  watching(target: KillTarget): void {
    this.#say(target, { stage: 'watching', forceAtMs: null });
  }

  #say(target: KillTarget, { stage, forceAtMs }: Standing): void {
    const text = `${stage} ${forceAtMs}`;
    if (this.#told.get(target) === text) return;
    this.#told.set(target, text);
    const { port, protocol } = target;
    const waitedMs = this.#since(this.#clock.elapsed());
    this.#tell({ runId: this.#runId, port, protocol, stage, waitedMs, forceAtMs });
  }

  #since(moment: number): number {
    return Math.round(moment - this.#startedAt);
  }
}

function furthest(one: Standing, other: Standing): Standing {
  const difference = order.indexOf(one.stage) - order.indexOf(other.stage);
  if (difference !== 0) return difference > 0 ? one : other;
  return (one.forceAtMs ?? Number.POSITIVE_INFINITY) <= (other.forceAtMs ?? Number.POSITIVE_INFINITY)
    ? one
    : other;
}
