import type { Platform } from '../../../shared/contract/host.ts';
import type { Process, Project } from '../../../shared/contract/processes.ts';
import { identityKey, toWireIdentity } from './identity.ts';
import { originOfProcess } from './origin-of-process.ts';
import type { ProcessAncestor, ProcessFacts, ProcessIdentity, ProcessReader } from './process-reader.ts';

/** A process as a source of listeners names it. */
export interface OwnerReference {
  readonly pid: number;
  readonly startTime: number | null;
  readonly name: string | null;
}

export interface ProcessTableOptions {
  readonly platform: Platform;
  readonly reader: ProcessReader;
  readonly projects: { find(folder: string): Promise<Project | null> };
}

interface Entry {
  readonly process: Process;
  /** The name its source told when it was read; another one means that it became another program (exec). */
  readonly toldName: string | null;
}

/** Everything known about the processes that are shown, read once per process. */
export class ProcessTable {
  readonly #options: ProcessTableOptions;
  readonly #entries = new Map<string, Entry>();

  constructor(options: ProcessTableOptions) {
    this.#options = options;
  }

  /** The processes of these owners by pid, read together where they are new. One that has ended is left out. */
  async resolve(owners: readonly OwnerReference[]): Promise<ReadonlyMap<number, Process>> {
    const wanted = await this.#identify(owners);
    const missing = [...wanted].filter(([identity, toldName]) => !this.#isKnown(identity, toldName));
    await this.#read(missing);
    const found = new Map<number, Process>();
    for (const identity of wanted.keys()) {
      const entry = this.#entries.get(identityKey(identity));
      if (entry) found.set(identity.pid, entry.process);
    }
    return found;
  }

  /** Reads a process again, past what is remembered. Null when it has ended. */
  async refresh(identity: ProcessIdentity): Promise<Process | null> {
    const key = identityKey(identity);
    const toldName = this.#entries.get(key)?.toldName ?? null;
    this.#entries.delete(key);
    await this.#read([[identity, toldName]]);
    return this.#entries.get(key)?.process ?? null;
  }

  /** Forgets processes, by key, that are shown no more. */
  forget(keys: Iterable<string>): void {
    for (const key of keys) this.#entries.delete(key);
  }

  get size(): number {
    return this.#entries.size;
  }

  #isKnown(identity: ProcessIdentity, toldName: string | null): boolean {
    const entry = this.#entries.get(identityKey(identity));
    return entry !== undefined && (toldName === null || entry.toldName === toldName);
  }

  /** Tools tell a pid only; whoever has it now is who they mean, for they were asked a moment ago. */
  async #identify(owners: readonly OwnerReference[]): Promise<ReadonlyMap<ProcessIdentity, string | null>> {
    const unknown = owners.filter(({ startTime }) => startTime === null).map(({ pid }) => pid);
    const identified =
      unknown.length > 0 ? await this.#options.reader.identify([...new Set(unknown)]) : new Map();
    const byKey = new Map<string, readonly [ProcessIdentity, string | null]>();
    for (const { pid, startTime, name } of owners) {
      const known = startTime ?? identified.get(pid)?.startTime;
      if (known === undefined) continue;
      const identity = { pid, startTime: known };
      byKey.set(identityKey(identity), [identity, name]);
    }
    return new Map(byKey.values());
  }

  async #read(wanted: readonly (readonly [ProcessIdentity, string | null])[]): Promise<void> {
    if (wanted.length === 0) return;
    const facts = await this.#options.reader.describe(wanted.map(([identity]) => identity));
    const ancestors = await this.#ancestors([...facts.values()]);
    await Promise.all(
      wanted.map(async ([identity, toldName]) => {
        const known = facts.get(identity.pid);
        if (!known) return void this.#entries.delete(identityKey(identity));
        const process = await this.#compose(known, ancestors.get(identity.pid) ?? []);
        this.#entries.set(process.key, { process, toldName });
      }),
    );
  }

  /** Processes of one parent have the same ancestors, which are then read once. */
  async #ancestors(
    processes: readonly ProcessFacts[],
  ): Promise<ReadonlyMap<number, readonly ProcessAncestor[]>> {
    const byParent = new Map<number, Promise<readonly ProcessAncestor[]>>();
    const chains = new Map<number, readonly ProcessAncestor[]>();
    for (const { pid, parentPid } of processes) {
      if (parentPid === null) continue;
      const chain = byParent.get(parentPid) ?? this.#options.reader.ancestors(pid);
      byParent.set(parentPid, chain);
      chains.set(pid, await chain);
    }
    return chains;
  }

  async #compose(facts: ProcessFacts, ancestors: readonly ProcessAncestor[]): Promise<Process> {
    return {
      key: identityKey(facts),
      ...toWireIdentity(facts),
      name: facts.name,
      command: [...facts.command],
      executable: facts.executable,
      cwd: facts.cwd,
      user: facts.user,
      parents: ancestors.map(({ pid, name }) => ({ pid, name })),
      origin: originOfProcess({ platform: this.#options.platform, service: facts.service, ancestors }),
      project: facts.cwd === null ? null : await this.#options.projects.find(facts.cwd),
      container: null,
    };
  }
}
