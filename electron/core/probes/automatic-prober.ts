import type { Listener } from '../../../shared/contract/ports.ts';
import type { Changes } from '../../../shared/contract/snapshot.ts';
import type { Clock } from '../lib/clock.ts';
import { automaticLimits } from './probe-limits.ts';

export interface AutomaticProberOptions {
  readonly clock: Clock;
  readonly listeners: () => readonly Listener[];
  readonly onChanges: (listener: (changes: Changes) => void) => () => void;
  readonly onSettings: (listener: () => void) => () => void;
  /** Says of listeners, as they are at this moment, whether Berth would probe them by itself. */
  readonly judge: () => (listenerId: string) => boolean;
  readonly probe: (listenerId: string) => Promise<unknown>;
}

interface Candidate {
  /** A listener with other owners is another one. */
  readonly owners: string;
  readonly since: number;
  state: 'waiting' | 'probed' | 'left-alone';
}

const minuteMs = 60_000;
/** Listeners judged without a pause; ten thousand at once would keep everything else waiting. */
const judgedAtOnce = 200;

/** Probes what may be probed, once for as long as the same owners hold a listener, slowly and one after the other. */
export class AutomaticProber {
  readonly #options: AutomaticProberOptions;
  readonly #candidates = new Map<string, Candidate>();
  readonly #unsubscribe: (() => void)[] = [];
  /** When the probes of the last minute began. */
  #recent: readonly number[] = [];
  #isBusy = false;
  #isClosed = false;
  #takeBack: () => void = () => undefined;

  constructor(options: AutomaticProberOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#unsubscribe.length > 0 || this.#isClosed) return;
    const { onChanges, onSettings, listeners } = this.#options;
    this.#unsubscribe.push(
      onChanges((changes) => this.#notice(changes.listeners, changes.removedListeners)),
      onSettings(() => this.#lookAgain()),
    );
    this.#notice(listeners(), []);
  }

  close(): void {
    this.#isClosed = true;
    this.#takeBack();
    for (const unsubscribe of this.#unsubscribe.splice(0)) unsubscribe();
  }

  #notice(listeners: readonly Listener[], removed: readonly string[]): void {
    for (const id of removed) this.#candidates.delete(id);
    const since = this.#options.clock.elapsed();
    for (const { id, owners: keys } of listeners) {
      const owners = keys.join(' ');
      if (this.#candidates.get(id)?.owners === owners) continue;
      this.#candidates.set(id, { owners, since, state: 'waiting' });
    }
    this.#schedule();
  }

  /** The settings decide anew about what was left alone. */
  #lookAgain(): void {
    for (const candidate of this.#candidates.values()) {
      if (candidate.state === 'left-alone') candidate.state = 'waiting';
    }
    this.#schedule();
  }

  #schedule(): void {
    if (this.#isClosed || this.#isBusy) return;
    this.#takeBack();
    const now = this.#options.clock.elapsed();
    let earliest = Number.POSITIVE_INFINITY;
    for (const { state, since } of this.#candidates.values()) {
      if (state === 'waiting') earliest = Math.min(earliest, since + automaticLimits.afterMs);
    }
    if (earliest === Number.POSITIVE_INFINITY) return;
    const wait = Math.max(earliest - now, this.#restOfMinute(now), 0);
    this.#takeBack = this.#options.clock.after(wait, () => void this.#work());
  }

  async #work(): Promise<void> {
    const next = this.#next();
    if (next === null) return this.#schedule();
    this.#isBusy = true;
    this.#recent = [...this.#recent, this.#options.clock.elapsed()];
    try {
      await this.#options.probe(next);
    } finally {
      this.#isBusy = false;
      this.#schedule();
    }
  }

  /** The first that is due and may be probed. */
  #next(): string | null {
    const now = this.#options.clock.elapsed();
    if (this.#restOfMinute(now) > 0) return null;
    const mayProbe = this.#options.judge();
    let judged = 0;
    for (const [id, candidate] of this.#candidates) {
      if (candidate.state !== 'waiting' || now - candidate.since < automaticLimits.afterMs) continue;
      judged += 1;
      if (judged > judgedAtOnce) return null;
      candidate.state = mayProbe(id) ? 'probed' : 'left-alone';
      if (candidate.state === 'probed') return id;
    }
    return null;
  }

  /** Milliseconds until the limit for a minute allows another one. */
  #restOfMinute(now: number): number {
    this.#recent = this.#recent.filter((at) => now - at < minuteMs);
    const [oldest] = this.#recent;
    return this.#recent.length < automaticLimits.perMinute || oldest === undefined
      ? 0
      : oldest + minuteMs - now;
  }
}
