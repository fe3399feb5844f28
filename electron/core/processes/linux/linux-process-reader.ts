import { millisecondsPerTick } from '../../lib/linux-boot-time.ts';
import { hasEnded, type ProcessStat, parseProcessStat } from '../../lib/linux-process-stat.ts';
import type { ProcessAncestor, ProcessFacts, ProcessIdentity, ProcessReader } from '../process-reader.ts';
import { fullProcessName } from './full-process-name.ts';
import { parseCommandLine } from './parse-command-line.ts';
import { ProcFiles } from './proc-files.ts';
import { serviceOfCgroup } from './service-of-cgroup.ts';
import { UserNames } from './user-names.ts';

export interface LinuxProcessReaderOptions {
  /** From `readBootTime`, once per run: every thread must compute the same start times. */
  readonly bootTimeMs: number;
  readonly procRoot?: string;
  readonly passwdFile?: string;
}

/** Reads /proc. Runs no program. */
export function createLinuxProcessReader(options: LinuxProcessReaderOptions): ProcessReader {
  return new LinuxProcessReader(options);
}

class LinuxProcessReader implements ProcessReader {
  readonly #files: ProcFiles;
  readonly #users: UserNames;
  readonly #bootTimeMs: number;

  constructor(options: LinuxProcessReaderOptions) {
    this.#files = new ProcFiles(options.procRoot ?? '/proc');
    this.#users = new UserNames(options.passwdFile);
    this.#bootTimeMs = options.bootTimeMs;
  }

  async identify(pids: readonly number[]) {
    const found = new Map<number, ProcessIdentity & { readonly name: string }>();
    for (const pid of pids) {
      const stat = this.#stat(pid);
      if (stat) found.set(pid, { pid, startTime: this.#startTime(stat), name: stat.name });
    }
    return found;
  }

  async describe(identities: readonly ProcessIdentity[]) {
    this.#users.refresh();
    const found = new Map<number, ProcessFacts>();
    for (const identity of identities) {
      const facts = this.#describe(identity);
      if (facts) found.set(identity.pid, facts);
    }
    return found;
  }

  async ancestors(pid: number) {
    const chain: ProcessAncestor[] = [];
    const seen = new Set([0, pid]);
    let next = this.#stat(pid)?.parentPid ?? 0;
    while (!seen.has(next)) {
      seen.add(next);
      const stat = this.#stat(next);
      if (!stat) break;
      const { name, command, executable } = this.#program(next, stat);
      chain.push({ pid: next, name, command, executable });
      next = stat.parentPid;
    }
    return chain;
  }

  userName(uid: number): string | null {
    this.#users.refresh();
    return this.#users.nameOf(uid) ?? String(uid);
  }

  #describe(identity: ProcessIdentity): ProcessFacts | null {
    const stat = this.#stat(identity.pid);
    if (!stat || this.#startTime(stat) !== identity.startTime) return null;
    const { pid } = identity;
    const facts: ProcessFacts = {
      pid,
      startTime: identity.startTime,
      ...this.#program(pid, stat),
      parentPid: stat.parentPid === 0 ? null : stat.parentPid,
      cwd: this.#files.link(pid, 'cwd'),
      user: this.#user(pid),
      service: serviceOfCgroup(this.#files.read(pid, 'cgroup')?.toString('utf8') ?? ''),
    };
    // The pid may have gone to another process between the first of these files and the last.
    const after = this.#stat(pid);
    return after && after.startTicks === stat.startTicks ? facts : null;
  }

  #program(pid: number, stat: ProcessStat) {
    const command = parseCommandLine(this.#files.read(pid, 'cmdline') ?? Buffer.alloc(0));
    const executable = this.#files.link(pid, 'exe');
    // A name that was not cut stays exactly what `ps` and `ss` show: `python3`, not the `python3.11` it leads to.
    const name = stat.nameIsCut
      ? fullProcessName(stat.name, [executable, command[0], command[1]])
      : stat.name;
    return { name, command, executable };
  }

  /** The effective user, whose rights the process has: the second number of `Uid:`. */
  #user(pid: number): string | null {
    const uid = /^Uid:\t\d+\t(\d+)/m.exec(this.#files.read(pid, 'status')?.toString('latin1') ?? '')?.[1];
    return uid === undefined ? null : (this.#users.nameOf(Number(uid)) ?? uid);
  }

  #stat(pid: number): ProcessStat | null {
    const content = this.#files.read(pid, 'stat');
    const stat = content && parseProcessStat(content.toString('latin1'));
    return stat && !hasEnded(stat) ? stat : null;
  }

  #startTime(stat: ProcessStat): number {
    return this.#bootTimeMs + stat.startTicks * millisecondsPerTick;
  }
}
