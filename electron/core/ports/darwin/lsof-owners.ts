import type { Clock } from '../../lib/clock.ts';
import { type Holders, type KeyedRow, matchHolders } from './merge-owners.ts';
import type { LsofSocket } from './parse-lsof.ts';

// lsof costs 200 ms and more and is logged by security software: seldom, and never with every scan.
const minimumPauseMs = 10_000;
/** A forked process that shares a socket shows in lsof only. */
const refreshMs = 60_000;

/** Knows from lsof what netstat cannot tell: the owner of a socket without a pid, and all the others of a shared one. */
export class LsofOwners {
  readonly #ask: () => Promise<readonly LsofSocket[]>;
  readonly #clock: Clock;
  #holders: ReadonlyMap<string, Holders> = new Map();
  /** Sockets without a pid that lsof could not name either: another user's. */
  #unknown: ReadonlySet<string> = new Set();
  #askedAt: number | null = null;
  #isAsking = false;

  constructor(ask: () => Promise<readonly LsofSocket[]>, clock: Clock) {
    this.#ask = ask;
    this.#clock = clock;
  }

  /** What is known of these rows. What no longer fits the row is forgotten. */
  lookUp(row: KeyedRow): Holders | undefined {
    const holders = this.#holders.get(row.key);
    if (holders === undefined || row.pid === null) return holders;
    return holders.owners.some(({ pid }) => pid === row.pid) ? holders : undefined;
  }

  /** Asks lsof if it is time. Resolves when the answer is in, which a scan need not wait for. */
  async refresh(rows: readonly KeyedRow[]): Promise<void> {
    if (this.#isAsking || !this.#isDue(rows)) return;
    this.#isAsking = true;
    this.#askedAt = this.#clock.elapsed();
    try {
      this.#holders = matchHolders(rows, await this.#ask());
    } catch {
      // What was known still stands, and so does netstat's one owner per socket; lsof is asked again later.
    } finally {
      const unknown = rows.filter((row) => row.pid === null && !this.#holders.has(row.key));
      this.#unknown = new Set(unknown.map((row) => row.key));
      this.#isAsking = false;
    }
  }

  #isDue(rows: readonly KeyedRow[]): boolean {
    if (this.#askedAt === null) return true;
    const pause = this.#clock.elapsed() - this.#askedAt;
    if (pause >= refreshMs) return true;
    return pause >= minimumPauseMs && rows.some((row) => this.#isUnnamed(row));
  }

  #isUnnamed(row: KeyedRow): boolean {
    return row.pid === null && !this.#holders.has(row.key) && !this.#unknown.has(row.key);
  }
}
