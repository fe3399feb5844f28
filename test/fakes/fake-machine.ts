import type { FamilyReader, Relative } from '../../electron/core/processes/family-reader.ts';
import type { HeldPort, Holder, PortView } from '../../electron/core/processes/port-view.ts';
import type { Delivery, ProcessControl, Signal } from '../../electron/core/processes/process-control.ts';
import type {
  ProcessFacts,
  ProcessIdentity,
  ProcessReader,
} from '../../electron/core/processes/process-reader.ts';
import { facts } from './process-facts.ts';

/** Processes and ports that do at a given moment what real ones do only by chance. */
export class FakeMachine implements ProcessReader, PortView, ProcessControl, FamilyReader {
  readonly processes = new Map<number, ProcessFacts>();
  readonly holding = new Map<number, Holder[]>();
  /** Sessions of processes that are not in the common one. */
  readonly sessions = new Map<number, number>();
  /** Processes that belong to somebody else. */
  readonly denied = new Set<number>();
  /** `SIGTERM 812@1000`: the signal with the process that really got it. */
  readonly received: string[] = [];
  /** Runs before a question about identities is answered; the argument counts these questions. */
  beforeIdentify: (count: number) => void = () => undefined;
  onSignal: (name: string, pid: number) => Delivery = () => 'sent';
  readonly ask = this.#signal('SIGTERM');
  readonly force = this.#signal('SIGKILL');
  readonly resume = this.#signal('SIGCONT');
  #questions = 0;

  start(pid: number, startTime: number, port: number, changes: Partial<ProcessFacts> = {}): void {
    this.processes.set(pid, facts({ pid, startTime, ...changes }));
    const holders = this.holding.get(port) ?? [];
    this.holding.set(port, [...holders, { hidden: false, pid, startTime, name: 'node' }]);
  }

  end(pid: number): void {
    this.processes.delete(pid);
    for (const port of this.holding.keys()) this.letGo(pid, port);
  }

  letGo(pid: number, port: number): void {
    this.holding.set(
      port,
      (this.holding.get(port) ?? []).filter((holder) => holder.hidden || holder.pid !== pid),
    );
  }

  async identify(pids: readonly number[]) {
    this.#questions += 1;
    this.beforeIdentify(this.#questions);
    return this.#pick(pids);
  }

  async describe(identities: readonly ProcessIdentity[]) {
    const found = this.#pick(identities.map(({ pid }) => pid));
    for (const { pid, startTime } of identities)
      if (found.get(pid)?.startTime !== startTime) found.delete(pid);
    return found;
  }

  /** Those of its ancestors that run here. */
  async ancestors(pid: number) {
    const chain: ProcessFacts[] = [];
    for (let at = this.#parentOf(pid); at; at = this.#parentOf(at.pid)) chain.push(at);
    return chain;
  }

  userName(): null {
    return null;
  }

  async holders(port: number) {
    return this.holding.get(port) ?? [];
  }

  async listenersOf(pids: readonly number[]): Promise<readonly HeldPort[]> {
    return [...this.holding]
      .filter(([, holders]) => holders.some((one) => !one.hidden && pids.includes(one.pid)))
      .map(([port, holders]) => ({ protocol: 'tcp', address: '127.0.0.1', port, holders }));
  }

  async list(): Promise<readonly Relative[]> {
    return [...this.processes.values()].map(({ pid, startTime, name, parentPid }) => ({
      pid,
      startTime,
      name,
      parentPid: parentPid ?? 0,
      group: 1,
      session: this.sessions.get(pid) ?? 1,
      leadsSession: this.sessions.get(pid) === pid,
      terminal: null,
    }));
  }

  isDenied(pid: number): boolean {
    return this.denied.has(pid);
  }

  mayExist(pid: number): boolean {
    return this.processes.has(pid);
  }

  async isStopped() {
    return false;
  }

  #parentOf(pid: number): ProcessFacts | undefined {
    return this.processes.get(this.processes.get(pid)?.parentPid ?? 0);
  }

  #pick(pids: readonly number[]): Map<number, ProcessFacts> {
    return new Map(
      pids.flatMap((pid) => {
        const process = this.processes.get(pid);
        return process ? [[pid, process] as const] : [];
      }),
    );
  }

  #signal(name: string): Signal {
    return {
      name,
      send: async (pid) => {
        const delivery = this.onSignal(name, pid);
        if (delivery === 'sent') this.received.push(`${name} ${pid}@${this.processes.get(pid)?.startTime}`);
        if (delivery === 'sent' && name === 'SIGKILL') this.end(pid);
        return delivery;
      },
    };
  }
}
