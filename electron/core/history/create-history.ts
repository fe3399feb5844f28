import { randomUUID } from 'node:crypto';
import type { HeldSpan } from '../../../shared/contract/history.ts';
import type { Protocol } from '../../../shared/contract/ports.ts';
import type { Changes, Snapshot } from '../../../shared/contract/snapshot.ts';
import { fail, succeed } from '../../../shared/rpc/failure.ts';
import { type Clock, toInstant } from '../lib/clock.ts';
import type { HistoryKeeper } from './history.ts';
import { type HistoryBounds, HistoryFile } from './history-file.ts';
import type { HistoryLine, WatchedRun } from './history-record.ts';
import { selectSpans } from './select-spans.ts';
import { type EndedByBerth, SpanTracker } from './span-tracker.ts';

export interface HistoryOptions {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly snapshot: () => Snapshot;
  readonly onChanges: (listener: (changes: Changes) => void) => () => void;
  /** Hears a sentence for the person when the file cannot be used. */
  readonly tell: (sentence: string) => void;
  readonly bounds?: HistoryBounds;
}

export interface RecordedHistory extends HistoryKeeper {
  /** Begins to write down; until then the past can only be read. */
  start(): Promise<void>;
  /** Says that Berth itself is about to end what holds the port; null when that is over. */
  expectEnd(protocol: Protocol, port: number, ending: EndedByBerth | null): void;
}

const usualBounds: HistoryBounds = { mostSpans: 4000, mostBytes: 4_000_000 };

/** Milliseconds: between two writes, between two tries at the lock, between two signs of life. */
const writesEvery = 1000;
const looksAtLockEvery = 30_000;
const signsOfLifeEvery = 300_000;

/** Keeps the history in a file of the data folder. One Berth of a user writes, the others read. */
export function createHistory(options: HistoryOptions): RecordedHistory {
  return new History(options);
}

class History implements RecordedHistory {
  readonly #options: HistoryOptions;
  readonly #file: HistoryFile;
  readonly #bounds: HistoryBounds;
  #tracker: SpanTracker | null = null;
  #run: WatchedRun | null = null;
  #pending: HistoryLine[] = [];
  #lastSign = 0;
  #unsubscribe: (() => void) | null = null;
  readonly #timers = new Set<() => void>();
  #isTold = false;
  #isClosed = false;

  constructor(options: HistoryOptions) {
    this.#options = options;
    this.#bounds = options.bounds ?? usualBounds;
    this.#file = new HistoryFile(options.dataFolder, this.#bounds);
  }

  async start(): Promise<void> {
    await this.#careful(() => this.#lookAtLock());
    this.#repeat(looksAtLockEvery, () => this.#lookAtLock());
    this.#repeat(writesEvery, () => this.#write());
  }

  expectEnd(protocol: Protocol, port: number, ending: EndedByBerth | null): void {
    this.#tracker?.expectEnd(protocol, port, ending);
  }

  async read(request: Parameters<HistoryKeeper['read']>[0]) {
    await this.#careful(() => this.#write());
    const record = (await this.#careful(() => this.#file.read())) ?? { spans: new Map(), runs: new Map() };
    const current = this.#run?.id;
    const runs = [...record.runs.values()].sort((a, b) => a.from.localeCompare(b.from));
    const watched = runs.map(({ id, from, to }) => ({ from, to: id === current ? null : to }));
    return { ...selectSpans(record.spans.values(), request), watched };
  }

  async clear() {
    await this.#careful(() => this.#write());
    const record = await this.#careful(() => this.#file.read());
    const held = [...(record?.spans.values() ?? [])].filter((span) => span.to === null);
    const keep = [...held.map((span) => ({ span })), ...(this.#run ? [{ run: this.#run }] : [])];
    const isDone = await this.#careful(async () => {
      await this.#file.clear(keep);
      return true;
    });
    return isDone ? succeed({}) : fail('storage-failed', 'The history could not be written.');
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const stop of this.#timers) stop();
    this.#unsubscribe?.();
    if (this.#run) this.#sign();
    await this.#careful(() => this.#write());
    await this.#careful(() => this.#file.close());
  }

  async #lookAtLock(): Promise<void> {
    const { clock } = this.#options;
    const isOurs = await this.#file.takeTurn(clock.now());
    if (!isOurs) return this.#leaveToOther();
    if (!this.#tracker) await this.#begin();
    // A clock that was set back must not silence it.
    if (Math.abs(clock.now() - this.#lastSign) >= signsOfLifeEvery) this.#sign();
  }

  /** Another Berth took over while this one slept: it writes down what happens from there on. */
  #leaveToOther(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#tracker = null;
    this.#run = null;
    this.#pending = [];
  }

  async #begin(): Promise<void> {
    const { snapshot, onChanges, clock } = this.#options;
    const { spans, runs } = await this.#file.read();
    if (this.#isClosed) return;
    const lastSeen = latest(
      [...runs.values(), ...spans.values()].flatMap(({ from, to }) => [from, to ?? '']),
    );
    const tracker = new SpanTracker([...spans.values()].filter((span) => span.to === null));
    const at = toInstant(clock.now());
    this.#run = { id: randomUUID(), from: at, to: at };
    this.#sign();
    this.#tracker = tracker;
    const first = (changes: Parameters<SpanTracker['apply']>[0]) => {
      this.#note(tracker.apply(changes));
      this.#note(tracker.takeLost().map((span) => unseenEnd(span, lastSeen)));
    };
    const present = snapshot();
    if (present.sequence > 0) first({ ...present, removedListeners: [], removedProcesses: [] });
    let hasBegun = present.sequence > 0;
    this.#unsubscribe = onChanges((changes) => {
      if (hasBegun) return this.#note(tracker.apply(changes));
      hasBegun = true;
      first(changes);
    });
  }

  #note(spans: readonly HeldSpan[]): void {
    this.#pending.push(...spans.map((span) => ({ span })));
  }

  #sign(): void {
    if (!this.#run) return;
    this.#lastSign = this.#options.clock.now();
    this.#run = { ...this.#run, to: toInstant(this.#lastSign) };
    this.#pending.push({ run: this.#run });
  }

  async #write(): Promise<void> {
    if (this.#pending.length === 0) return;
    const lines = this.#pending;
    this.#pending = [];
    try {
      await this.#file.append(lines);
    } catch (error) {
      // Tried again next time, but a disk that stays full must not fill the memory.
      this.#pending = [...lines, ...this.#pending].slice(-this.#bounds.mostSpans);
      throw error;
    }
  }

  #repeat(everyMs: number, run: () => Promise<void>): void {
    let stop: () => void = () => undefined;
    const again = () => {
      this.#timers.delete(stop);
      if (this.#isClosed) return;
      stop = this.#options.clock.after(everyMs, () => void this.#careful(run).then(again));
      this.#timers.add(stop);
    };
    again();
  }

  /** A history that cannot be written is told once and hinders nothing else. */
  async #careful<T>(run: () => Promise<T>): Promise<T | null> {
    try {
      return await run();
    } catch (error) {
      if (!this.#isTold) this.#options.tell(`The history cannot be kept: ${(error as Error).message}`);
      this.#isTold = true;
      return null;
    }
  }
}

/** ISO-8601 in UTC sorts as text. */
function latest(moments: readonly string[]): string {
  return moments.reduce((last, moment) => (moment > last ? moment : last), '');
}

/** It ended while nobody looked: at the latest when Berth came back, at the earliest when it was last seen. */
function unseenEnd(span: HeldSpan, lastSeen: string): HeldSpan {
  return { ...span, to: lastSeen > span.from ? lastSeen : span.from, ended: 'unseen' };
}
