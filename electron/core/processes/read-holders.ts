import type { KillTarget } from '../../../shared/contract/kill.ts';
import type { KillTiming } from './kill-timing.ts';
import { isAmong, isVisible, type KnownHolder } from './plan-kill.ts';
import type { PortView } from './port-view.ts';
import type { ProcessIdentity, ProcessReader } from './process-reader.ts';
import { waitFor } from './wait-for.ts';

type Port = Pick<KillTarget, 'port' | 'protocol'>;

/** Nobody that can be named: it may have ended a moment ago, or it may not be looked into. */
const nameless: KnownHolder = { hidden: true, user: null };

/** Reads who holds a port, with identities. */
export class HolderReader {
  readonly #ports: PortView;
  readonly #processes: ProcessReader;
  readonly #timing: KillTiming;

  constructor(world: { readonly ports: PortView; readonly processes: ProcessReader }, timing: KillTiming) {
    this.#ports = world.ports;
    this.#processes = world.processes;
    this.#timing = timing;
  }

  /** Who holds the port now, with start times looked up where the source of the ports tells none. */
  async read({ port, protocol }: Port): Promise<readonly KnownHolder[]> {
    const found = await this.#ports.holders(port, protocol);
    const unknown = found.flatMap((one) => (!one.hidden && one.startTime === null ? [one.pid] : []));
    const identified = await this.#identify(unknown);
    return found.map((holder): KnownHolder => {
      if (holder.hidden) return holder;
      const startTime = holder.startTime ?? identified.get(holder.pid)?.startTime;
      // On Windows a socket can outlive the process it is listed under; the port is held all the same.
      return startTime === undefined ? nameless : { pid: holder.pid, startTime, name: holder.name };
    });
  }

  /** After a signal the answer is owed, so a reading that fails is tried again a few times. */
  async readOwed(port: Port): Promise<readonly KnownHolder[]> {
    for (let left = this.#timing.readAttempts - 1; left > 0; left -= 1) {
      try {
        return await this.read(port);
      } catch {
        await waitFor(this.#timing.longestPollMs);
      }
    }
    return this.read(port);
  }

  /** As `readOwed`; somebody who is not `known` counts under its name only when it runs, for it will be blamed. */
  async readConfirmed(port: Port, known: readonly ProcessIdentity[]): Promise<readonly KnownHolder[]> {
    const holders = await this.readOwed(port);
    const newcomers = holders.filter(isVisible).filter((one) => !isAmong(one, known));
    const running = [...(await this.#identify(newcomers.map(({ pid }) => pid))).values()];
    return holders.map((one) =>
      isVisible(one) && isAmong(one, newcomers) && !isAmong(one, running) ? nameless : one,
    );
  }

  async #identify(pids: readonly number[]): Promise<ReadonlyMap<number, ProcessIdentity>> {
    return pids.length > 0 ? this.#processes.identify(pids) : new Map();
  }
}
