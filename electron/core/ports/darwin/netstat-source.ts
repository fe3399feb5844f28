import type { Clock } from '../../lib/clock.ts';
import { SocketDiffer } from '../diff-sockets.ts';
import type { PortSource, SocketChanges } from '../port-source.ts';
import { LsofOwners } from './lsof-owners.ts';
import { addKeys, type KeyedRow, toSocket } from './merge-owners.ts';
import { type DarwinTools, runLsof } from './run-lsof.ts';
import { runNetstat } from './run-netstat.ts';

/** The first answer waits this long for the owners that only lsof knows, so that one `berth ls` has them. */
const firstWaitMs = 1_500;

/** netstat with every scan, lsof seldom. Sees the sockets of all users. */
export class NetstatSource implements PortSource {
  readonly name = 'netstat';
  readonly #tools: DarwinTools;
  readonly #clock: Clock;
  readonly #owners: LsofOwners;
  readonly #differ = new SocketDiffer();
  #isFirst = true;

  constructor(tools: DarwinTools, clock: Clock) {
    this.#tools = tools;
    this.#clock = clock;
    this.#owners = new LsofOwners(() => runLsof(tools), clock);
  }

  async scan(): Promise<SocketChanges> {
    const tables = await Promise.all([runNetstat(this.#tools, 'tcp'), runNetstat(this.#tools, 'udp')]);
    const rows = addKeys(tables.flatMap((table) => table.rows));
    await this.#askOwners(rows);
    return this.#differ.diff(rows.map((row) => toSocket(row, this.#owners.lookUp(row))));
  }

  close(): void {
    // Holds nothing open between two scans.
  }

  async #askOwners(rows: readonly KeyedRow[]): Promise<void> {
    const answered = this.#owners.refresh(rows);
    if (!this.#isFirst) return;
    this.#isFirst = false;
    await Promise.race([answered, new Promise<void>((resolve) => this.#clock.after(firstWaitMs, resolve))]);
  }
}
