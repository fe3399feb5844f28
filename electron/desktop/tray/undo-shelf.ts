import type { Clock } from '../../core/lib/clock.ts';
import type { UndoOffer } from './undo-offer.ts';

/** The latest kill from the tray, for as long as it can be taken back. */
export class UndoShelf {
  readonly #clock: Clock;
  readonly #changed: () => void;
  #offer: UndoOffer | null = null;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get offer(): UndoOffer | null {
    return this.#offer;
  }

  /** `until` is an instant of the contract. */
  put(offer: UndoOffer, until: string): void {
    this.#cancel?.();
    this.#offer = offer;
    this.#cancel = this.#clock.after(Math.max(0, Date.parse(until) - this.#clock.now()), () => this.#clear());
    this.#changed();
  }

  /** It has been taken back, or was tried to. */
  take(id: string): void {
    if (this.#offer?.id === id) this.#clear();
  }

  #clear(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#offer = null;
    this.#changed();
  }
}
