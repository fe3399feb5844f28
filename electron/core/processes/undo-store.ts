import { randomBytes } from 'node:crypto';
import type { Undo } from '../../../shared/contract/undo.ts';
import { type Clock, toInstant } from '../lib/clock.ts';
import type { CompleteRecord } from './launch-record.ts';
import type { Port } from './wait-until-back.ts';

/** What a kill took away: the ports, and the programs that held them. */
export interface Undoable {
  readonly ports: readonly Port[];
  readonly records: readonly CompleteRecord[];
}

export interface UndoLimits {
  readonly keepMs: number;
  readonly most: number;
}

export const undoLimits: UndoLimits = {
  // Long enough to see that it was the wrong one; an environment full of secrets is not kept for longer than that.
  keepMs: 60_000,
  // More kills than anybody takes back within that time; an environment can hold 2 MiB.
  most: 50,
};

/** Keeps records in memory, and nowhere else, for as long as a kill can be taken back. */
export class UndoStore {
  readonly #clock: Clock;
  readonly #limits: UndoLimits;
  readonly #kept = new Map<
    string,
    { readonly undoable: Undoable; readonly expiresAt: number; forget(): void }
  >();

  constructor(clock: Clock, limits: UndoLimits = undoLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Null when there is nothing to start again. */
  remember(undoable: Undoable): Undo | null {
    if (undoable.records.length === 0) return null;
    const id = randomBytes(16).toString('hex');
    const { keepMs, most } = this.#limits;
    const forget = this.#clock.after(keepMs, () => this.#kept.delete(id));
    this.#kept.set(id, { undoable, expiresAt: this.#clock.elapsed() + keepMs, forget });
    for (const oldest of [...this.#kept.keys()].slice(0, -most)) this.take(oldest);
    return { id, until: toInstant(this.#clock.now() + keepMs) };
  }

  /** Hands a kill out once; null when it is not known, or not any more. */
  take(id: string): Undoable | null {
    const kept = this.#kept.get(id);
    if (!kept) return null;
    this.#kept.delete(id);
    kept.forget();
    return this.#clock.elapsed() < kept.expiresAt ? kept.undoable : null;
  }

  clear(): void {
    for (const id of [...this.#kept.keys()]) this.take(id);
  }
}
