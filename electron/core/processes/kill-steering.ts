import type { KillTarget } from '../../../shared/contract/kill.ts';
import type { KillSteer } from '../../../shared/contract/kill-plan.ts';

/** Milliseconds that one wish to wait adds. */
const extensionMs = 30_000;

type Port = Pick<KillTarget, 'port' | 'protocol'>;

/** What is wished for one process, which may hold several of the ports. */
export interface Steering {
  /** Aborted once the waiting is to be cut short. */
  readonly forced: AbortSignal;
  /** Aborted once nothing more is to be sent: all of its ports were given up. */
  readonly givenUp: AbortSignal;
  /** Waiting that was asked for so far. */
  readonly extraMs: number;
  /** Runs after every wish. */
  onWish(listener: () => void): void;
}

/** What a person wishes while a kill runs, port by port. */
export class KillSteering {
  readonly #wishes: readonly Wishes[];

  constructor(targets: readonly Port[]) {
    this.#wishes = targets.map((target) => new Wishes(target));
  }

  /** False when no port of this run is meant. */
  follow({ wish, port, protocol }: Omit<KillSteer, 'runId'>): boolean {
    const meant = this.#wishes.filter(
      ({ target }) =>
        (port === undefined || target.port === port) &&
        (protocol === undefined || target.protocol === protocol),
    );
    for (const wishes of meant) wishes.follow(wish);
    return meant.length > 0;
  }

  of(ports: readonly Port[]): Steering {
    return steeringOf(this.#wishes.filter(({ target }) => ports.some((port) => isSame(port, target))));
  }
}

class Wishes {
  readonly target: Port;
  readonly force = new AbortController();
  readonly giveUp = new AbortController();
  readonly listeners = new Set<() => void>();
  extraMs = 0;

  constructor(target: Port) {
    this.target = target;
  }

  follow(wish: KillSteer['wish']): void {
    switch (wish) {
      case 'force':
        this.force.abort();
        break;
      case 'give-up':
        this.giveUp.abort();
        break;
      case 'wait':
        this.extraMs += extensionMs;
        break;
    }
    for (const listener of this.listeners) listener();
  }
}

function steeringOf(wishes: readonly Wishes[]): Steering {
  return {
    forced: AbortSignal.any(wishes.map(({ force }) => force.signal)),
    givenUp: afterAll(wishes.map(({ giveUp }) => giveUp.signal)),
    get extraMs() {
      return Math.max(0, ...wishes.map(({ extraMs }) => extraMs));
    },
    onWish(listener) {
      for (const { listeners } of wishes) listeners.add(listener);
    },
  };
}

/** Aborted once all of them are; never for none. */
function afterAll(signals: readonly AbortSignal[]): AbortSignal {
  const all = new AbortController();
  const look = () => {
    if (signals.length > 0 && signals.every(({ aborted }) => aborted)) all.abort();
  };
  for (const signal of signals) signal.addEventListener('abort', look, { once: true });
  look();
  return all.signal;
}

function isSame(one: Port, other: Port): boolean {
  return one.port === other.port && one.protocol === other.protocol;
}
