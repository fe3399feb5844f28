import type { ProcessAncestor, ProcessFacts, ProcessIdentity, ProcessReader } from '../process-reader.ts';
import {
  type DarwinProcessTools,
  darwinProcessTools,
  listArguments,
  listFiles,
  listProcesses,
  listServices,
} from './darwin-process-tools.ts';
import type { OpenedFiles } from './parse-lsof-files.ts';
import { executableOfComm, nameOfComm, type PsProcess } from './parse-ps-list.ts';
import { splitArguments } from './split-arguments.ts';
import { UserNames } from './user-names.ts';

/** Reads processes with ps, lsof and launchctl: one call of each, however many pids. */
export function createDarwinProcessReader(tools: DarwinProcessTools = darwinProcessTools): ProcessReader {
  return new DarwinProcessReader(tools);
}

/** What ps, lsof and launchctl told, by pid. */
interface Details {
  readonly lines: ReadonlyMap<number, string>;
  readonly files: ReadonlyMap<number, OpenedFiles>;
  readonly services: ReadonlyMap<number, string>;
}

class DarwinProcessReader implements ProcessReader {
  readonly #tools: DarwinProcessTools;
  readonly #users: UserNames;

  constructor(tools: DarwinProcessTools) {
    this.#tools = tools;
    this.#users = new UserNames(tools.id, tools.timeoutMs);
  }

  async identify(pids: readonly number[]) {
    const processes = await listProcesses(this.#tools, pids);
    return new Map(
      processes.map(({ pid, startTime, comm }) => [pid, { pid, startTime, name: nameOfComm(comm) }]),
    );
  }

  async describe(identities: readonly ProcessIdentity[]) {
    const details = await this.#details(identities.map(({ pid }) => pid));
    // Asked last: who is still the same now was the same while the details were read.
    const processes = await this.#byPid(identities.map(({ pid }) => pid));
    const found = new Map<number, ProcessFacts>();
    for (const identity of identities) {
      const process = processes.get(identity.pid);
      if (!process || !isSameStart(process, identity)) continue;
      const user = (await this.#users.nameOf(process.uid)) ?? String(process.uid);
      found.set(identity.pid, toFacts(identity, process, user, details));
    }
    return found;
  }

  async ancestors(pid: number) {
    const processes = await this.#byPid(null);
    const chain: PsProcess[] = [];
    const seen = new Set([0, pid]);
    let next = processes.get(pid)?.parentPid ?? 0;
    while (!seen.has(next)) {
      seen.add(next);
      const process = processes.get(next);
      if (!process) break;
      chain.push(process);
      next = process.parentPid;
    }
    const lines = await listArguments(
      this.#tools,
      chain.map((process) => process.pid),
    );
    return chain.map((process) => toAncestor(process, lines.get(process.pid) ?? ''));
  }

  userName(uid: number): string | null {
    return this.#users.peek(uid);
  }

  async #details(pids: readonly number[]): Promise<Details> {
    const [lines, files, services] = await Promise.all([
      listArguments(this.#tools, pids),
      listFiles(this.#tools, pids),
      listServices(this.#tools),
    ]);
    return { lines, files, services };
  }

  async #byPid(pids: readonly number[] | null): Promise<ReadonlyMap<number, PsProcess>> {
    const processes = await listProcesses(this.#tools, pids);
    return new Map(processes.map((process) => [process.pid, process]));
  }
}

/** To the second, because ps tells no more; another source may have told the identity more precisely. */
function isSameStart(process: PsProcess, identity: ProcessIdentity): boolean {
  return process.startTime === Math.floor(identity.startTime / 1000) * 1000;
}

function toFacts(identity: ProcessIdentity, row: PsProcess, user: string, details: Details): ProcessFacts {
  const { pid, comm } = row;
  const files = details.files.get(pid);
  const executable = chooseExecutable(comm, files?.texts ?? []);
  return {
    pid,
    startTime: identity.startTime,
    name: nameOfComm(comm),
    parentPid: row.parentPid === 0 ? null : row.parentPid,
    command: splitArguments(details.lines.get(pid) ?? '', [executable, comm]),
    executable,
    cwd: files?.cwd ?? null,
    user,
    service: details.services.get(pid) ?? null,
  };
}

/** comm can be set by the process itself, so it counts only where the file is mapped, or where nothing else is told. */
function chooseExecutable(comm: string, texts: readonly string[]): string | null {
  if (texts.includes(comm)) return comm;
  return texts[0] ?? executableOfComm(comm);
}

function toAncestor({ pid, comm }: PsProcess, line: string): ProcessAncestor {
  const executable = executableOfComm(comm);
  return { pid, name: nameOfComm(comm), command: splitArguments(line, [executable, comm]), executable };
}
