import { Worker } from 'node:worker_threads';
import type { SourceStatus } from '../../../shared/contract/snapshot.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { PaceWish } from './pace.ts';
import { joinReport, type RowPiece } from './report-pieces.ts';
import type { OpenScanFeed, ScanFeed } from './scan-feed.ts';
import type { ScanReport } from './scan-report.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

export interface WorkerFeedOptions {
  readonly workerFile: string;
  readonly start: WorkerStart;
  readonly clock: Clock;
  readonly log: Log;
}

/** Enough for 10,000 listeners with their owners; a leak ends the worker, not the app. */
const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 4 };
const firstRestartMs = 500;
const lastRestartMs = 30_000;
/** A worker that lived this long was well; the next fault restarts it quickly again. */
const healthyAfterMs = 60_000;
const stopWithinMs = 2000;

/** Scans on a worker thread, which is started again when it dies. */
export function openWorkerFeed(options: WorkerFeedOptions): OpenScanFeed {
  return (onReport) => new WorkerFeed(options, onReport);
}

class WorkerFeed implements ScanFeed {
  readonly #options: WorkerFeedOptions;
  readonly #onReport: (report: ScanReport) => void;
  readonly #waiting = new Map<number, () => void>();
  /** Rows that came ahead of their report. */
  readonly #pieces: RowPiece[] = [];
  #worker: Worker | null = null;
  #wish: PaceWish | null = null;
  #lastId = 0;
  #restartMs = firstRestartMs;
  #cancelRestart: (() => void) | null = null;
  #closed = false;

  constructor(options: WorkerFeedOptions, onReport: (report: ScanReport) => void) {
    this.#options = options;
    this.#onReport = onReport;
    this.#start();
  }

  scanNow(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#lastId += 1;
    const id = this.#lastId;
    this.#post({ type: 'scan', id });
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  hurry(): void {
    this.#post({ type: 'hurry' });
  }

  setPace(wish: PaceWish): void {
    this.#wish = wish;
    this.#post({ type: 'pace', wish });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelRestart?.();
    this.#settleAll();
    const worker = this.#worker;
    if (!worker) return;
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    this.#post({ type: 'stop' });
    const cancelTimer = this.#options.clock.after(stopWithinMs, () => void worker.terminate());
    await ended;
    cancelTimer();
  }

  #start(): void {
    const startedAt = this.#options.clock.elapsed();
    const worker = new Worker(this.#options.workerFile, { workerData: this.#options.start, resourceLimits });
    let fault: unknown = null;
    this.#worker = worker;
    worker.on('message', (message: FromWorker) => this.#receive(message));
    worker.on('error', (error) => {
      fault = error;
    });
    worker.on('exit', () => {
      this.#worker = null;
      this.#pieces.length = 0;
      if (this.#options.clock.elapsed() - startedAt > healthyAfterMs) this.#restartMs = firstRestartMs;
      if (!this.#closed) this.#restartLater(fault ?? new Error('The scan worker ended by itself.'));
    });
    if (this.#wish) this.#post({ type: 'pace', wish: this.#wish });
    for (const id of this.#waiting.keys()) this.#post({ type: 'scan', id });
  }

  #restartLater(fault: unknown): void {
    const id = this.#options.log.error('The scan worker ended', fault);
    this.#onReport({ delta: null, source: workerDied(id) });
    this.#cancelRestart = this.#options.clock.after(this.#restartMs, () => this.#start());
    this.#restartMs = Math.min(lastRestartMs, this.#restartMs * 2);
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'rows':
        this.#pieces.push(message.piece);
        return;
      case 'report':
        this.#onReport(joinReport(this.#pieces.splice(0), message.report));
        return;
      case 'scanned':
        this.#waiting.get(message.id)?.();
        this.#waiting.delete(message.id);
    }
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }

  #settleAll(): void {
    for (const resolve of this.#waiting.values()) resolve();
    this.#waiting.clear();
  }
}

function workerDied(logId: string): SourceStatus {
  return {
    name: 'worker',
    state: 'failing',
    durationMs: 0,
    lastError: `The scanner stopped and is being started again (log ${logId}).`,
    fallbackReason: null,
  };
}
