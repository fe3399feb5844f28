import type { Changes, Snapshot, SourceStatus } from '../../../shared/contract/snapshot.ts';
import type { Clock } from '../lib/clock.ts';
import { EventSource } from '../lib/event-source.ts';
import type { PaceWish } from './pace.ts';
import type { OpenScanFeed, ScanFeed } from './scan-feed.ts';
import type { ScanReport } from './scan-report.ts';
import { type Dressing, SnapshotStore } from './snapshot-store.ts';

export interface MonitorOptions {
  readonly openFeed: OpenScanFeed;
  readonly clock: Clock;
  /** What is put on each listener: label, identity, warnings. */
  readonly dressing: Dressing;
  readonly intervalMs: number;
}

/** Keeps the snapshot true and tells what changes. */
export class Monitor {
  readonly changes = new EventSource<Changes>();
  readonly source = new EventSource<SourceStatus>();
  readonly #store: SnapshotStore;
  readonly #clock: Clock;
  readonly #feed: ScanFeed;
  readonly #visible = new Set<symbol>();
  #intervalMs: number;
  #fixedIntervalMs: number | null = null;
  #isWatching = false;
  #isPaused = false;

  constructor(options: MonitorOptions) {
    this.#store = new SnapshotStore(options.dressing);
    this.#clock = options.clock;
    this.#intervalMs = options.intervalMs;
    this.#feed = options.openFeed((report) => this.#receive(report));
  }

  snapshot(): Snapshot {
    const snapshot = this.#store.snapshot();
    return { ...snapshot, source: this.#asShown(snapshot.source) };
  }

  async refresh(): Promise<Snapshot> {
    await this.#feed.scanNow();
    return this.snapshot();
  }

  /** Something was done to a port: what follows from it is wanted soon. */
  hurry(): void {
    this.#feed.hurry();
  }

  /** `intervalMs` counts from now on in place of the settings' one. */
  startWatching(intervalMs?: number): void {
    this.#isWatching = true;
    this.#fixedIntervalMs = intervalMs ?? null;
    this.#setPace();
    void this.#feed.scanNow();
  }

  pause(): void {
    this.#setPaused(true);
  }

  /** Scans at once: much may have happened meanwhile. */
  resume(): void {
    this.#setPaused(false);
  }

  setInterval(intervalMs: number): void {
    this.#intervalMs = intervalMs;
    this.#setPace();
  }

  /** Somebody who may look at the list; not looking until said so. */
  attend(): { setVisible(visible: boolean): void; release(): void } {
    const who = Symbol('attention');
    const set = (visible: boolean) => {
      const before = this.#visible.size;
      if (visible) this.#visible.add(who);
      else this.#visible.delete(who);
      if (before === this.#visible.size) return;
      this.#setPace();
      if (before === 0 && this.#isWatching && !this.#isPaused) void this.#feed.scanNow();
    };
    return { setVisible: set, release: () => set(false) };
  }

  /** Labels or notes of these ports, or of all, may be others now. */
  dressAgain(ports?: Iterable<number>): void {
    const changes = this.#store.dressAgain(ports);
    if (changes) this.changes.emit(changes);
  }

  close(): Promise<void> {
    return this.#feed.close();
  }

  #setPaused(paused: boolean): void {
    if (this.#isPaused === paused) return;
    this.#isPaused = paused;
    this.#setPace();
    if (!paused && this.#isWatching) void this.#feed.scanNow();
    this.source.emit(this.snapshot().source);
  }

  /** A list that nobody keeps up to date says so, unless it has something worse to say. */
  #asShown(source: SourceStatus): SourceStatus {
    return this.#isPaused && source.state !== 'failing' ? { ...source, state: 'paused' } : source;
  }

  #setPace(): void {
    const attention: PaceWish['attention'] =
      !this.#isWatching || this.#isPaused ? 'paused' : this.#visible.size > 0 ? 'watched' : 'unwatched';
    this.#feed.setPace({ attention, intervalMs: this.#fixedIntervalMs ?? this.#intervalMs });
  }

  #receive(report: ScanReport): void {
    this.#store.setSource(report.source, report.delta?.scannedAt ?? this.#clock.now());
    const changes = report.delta ? this.#store.apply(report.delta) : null;
    if (changes) this.changes.emit(changes);
    this.source.emit(this.#asShown(report.source));
  }
}
