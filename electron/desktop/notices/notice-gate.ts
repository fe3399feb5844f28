import type { Clock } from '../../core/lib/clock.ts';
import type { Notice } from './notice.ts';

/** Milliseconds: what belongs together comes together; the next batch comes no sooner than after the gap. */
const settleMs = 800;
const gapMs = 5000;
const mostAtOnce = 3;

/** Keeps many notices from becoming a flood: what comes at once is said once, and not every moment. */
export class NoticeGate {
  readonly #clock: Clock;
  readonly #show: (notice: Notice) => void;
  readonly #pending = new Map<string, Notice>();
  #lastShown = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, show: (notice: Notice) => void) {
    this.#clock = clock;
    this.#show = show;
  }

  offer(notices: readonly Notice[]): void {
    for (const notice of notices) {
      this.#pending.delete(notice.key);
      this.#pending.set(notice.key, notice);
    }
    if (this.#pending.size === 0 || this.#cancel) return;
    const restMs = this.#lastShown + gapMs - this.#clock.elapsed();
    this.#cancel = this.#clock.after(Math.max(settleMs, restMs), () => this.#flush());
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #flush(): void {
    this.#cancel = null;
    this.#lastShown = this.#clock.elapsed();
    const notices = [...this.#pending.values()];
    this.#pending.clear();
    for (const notice of notices.length > mostAtOnce ? [summary(notices)] : notices) this.#show(notice);
  }
}

function summary(notices: readonly Notice[]): Notice {
  const named = notices.slice(0, mostAtOnce).map(({ title }) => title);
  return {
    key: 'many',
    title: `${notices.length} ports changed`,
    body: `${named.join('\n')}\nand ${notices.length - mostAtOnce} more`,
    listenerId: null,
  };
}
