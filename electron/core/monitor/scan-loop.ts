import type { Clock } from '../lib/clock.ts';
import { nextDelay, type PaceWish } from './pace.ts';
import type { ScanReport } from './scan-report.ts';

/** Scans once. Never throws: a failure is part of the report. */
export interface Scanner {
  scan(): Promise<ScanReport>;
  close(): void;
}

/** Scans again and again, one scan at a time, as often as the pace allows. */
export class ScanLoop {
  readonly #scanner: Scanner;
  readonly #clock: Clock;
  readonly #onReport: (report: ScanReport) => void;
  #wish: PaceWish = { attention: 'paused', intervalMs: 1000 };
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  #cancelTimer: (() => void) | null = null;
  #durationMs = 0;
  #failures = 0;
  #lastAction: number | null = null;
  #stopped = false;

  constructor(scanner: Scanner, clock: Clock, onReport: (report: ScanReport) => void) {
    this.#scanner = scanner;
    this.#clock = clock;
    this.#onReport = onReport;
  }

  setPace(wish: PaceWish): void {
    this.#wish = wish;
    if (!this.#running) this.#schedule();
  }

  /** Scans more often for a moment: something was done to a port. */
  hurry(): void {
    this.#lastAction = this.#clock.elapsed();
    if (!this.#running) this.#schedule();
  }

  /** Resolves when a scan that began after this call has been reported. */
  scanNow(): Promise<void> {
    if (!this.#running) return this.#scan();
    this.#next ??= this.#running.then(() => {
      this.#next = null;
      return this.#scan();
    });
    return this.#next;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer?.();
    await this.#running;
    this.#scanner.close();
  }

  #scan(): Promise<void> {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (this.#stopped) return Promise.resolve();
    this.#running = this.#scanOnce().finally(() => {
      this.#running = null;
      if (!this.#next) this.#schedule();
    });
    return this.#running;
  }

  async #scanOnce(): Promise<void> {
    const startedAt = this.#clock.elapsed();
    const report = await this.#scanner.scan();
    this.#durationMs = this.#clock.elapsed() - startedAt;
    this.#failures = report.source.state === 'failing' ? this.#failures + 1 : 0;
    this.#onReport(report);
  }

  #schedule(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (this.#stopped) return;
    const delayMs = nextDelay(this.#wish, {
      durationMs: this.#durationMs,
      failures: this.#failures,
      sinceActionMs: this.#lastAction === null ? null : this.#clock.elapsed() - this.#lastAction,
    });
    if (delayMs !== null) this.#cancelTimer = this.#clock.after(delayMs, () => void this.#scan());
  }
}
