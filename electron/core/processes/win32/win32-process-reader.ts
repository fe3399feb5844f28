import { join } from 'node:path/win32';
import { runCommand } from '../../lib/run-command.ts';
import type { ProcessAncestor, ProcessFacts, ProcessIdentity, ProcessReader } from '../process-reader.ts';
import { type ProcessAnswer, parseProcessLines, type Win32Process } from './parse-process-lines.ts';
import { type ProcessQuestion, processScript } from './process-script.ts';
import { splitCommandLine } from './split-command-line.ts';

/** Paths of the tools, changed only where another program stands in for them. */
export interface Win32ProcessTools {
  readonly powershell: string;
  /** Milliseconds until a query that hangs is killed. */
  readonly timeoutMs: number;
}

/** By absolute path: a powershell.exe in the working folder must never be run. */
export function win32ProcessTools(environment: NodeJS.ProcessEnv): Win32ProcessTools {
  const system = join(environment.SystemRoot ?? 'C:\\Windows', 'System32');
  const powershell = join(system, 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  return { powershell, timeoutMs: 20_000 };
}

/**
 * Reads processes by one CIM query for many pids. Starting PowerShell takes about a second, so the caller keeps what
 * it was told and asks for new pids only. The working folder of another process cannot be read here.
 */
export function createWin32ProcessReader(
  tools: Win32ProcessTools = win32ProcessTools(process.env),
): ProcessReader {
  return new Win32ProcessReader(tools);
}

/** System Idle Process and System: always the same, and older releases tell no start time for them. */
const lastingPids = new Set([0, 4]);

class Win32ProcessReader implements ProcessReader {
  readonly #tools: Win32ProcessTools;

  constructor(tools: Win32ProcessTools) {
    this.#tools = tools;
  }

  async identify(pids: readonly number[]) {
    const { processes } = await this.#ask({ pids, withCommand: false, withOwner: false });
    const wanted = new Set(pids);
    const found = new Map<number, ProcessIdentity & { readonly name: string }>();
    for (const process of processes) {
      const startTime = startOf(process);
      if (startTime === null || !wanted.has(process.pid)) continue;
      found.set(process.pid, { pid: process.pid, startTime, name: process.name });
    }
    return found;
  }

  async describe(identities: readonly ProcessIdentity[]) {
    const pids = identities.map(({ pid }) => pid);
    const answer = await this.#ask({ pids, withCommand: true, withOwner: true });
    const processes = new Map(answer.processes.map((process) => [process.pid, process]));
    const found = new Map<number, ProcessFacts>();
    for (const identity of identities) {
      const process = processes.get(identity.pid);
      if (process && startOf(process) === identity.startTime) {
        found.set(identity.pid, toFacts(process, identity.startTime, answer));
      }
    }
    return found;
  }

  async ancestors(pid: number) {
    const { processes } = await this.#ask({ pids: null, withCommand: true, withOwner: false });
    const byPid = new Map(processes.map((process) => [process.pid, process]));
    const chain: ProcessAncestor[] = [];
    const seen = new Set([pid]);
    let child = byPid.get(pid);
    while (child) {
      const parent = byPid.get(child.parentPid);
      if (!parent || seen.has(parent.pid) || !isParent(parent, child)) break;
      seen.add(parent.pid);
      chain.push(toAncestor(parent));
      child = parent;
    }
    return chain;
  }

  /** Windows has no numeric users. */
  userName(): string | null {
    return null;
  }

  async #ask(question: ProcessQuestion): Promise<ProcessAnswer> {
    if (question.pids?.length === 0) return { processes: [], services: new Map() };
    // Neither -EncodedCommand nor -ExecutionPolicy Bypass: security software takes those for an attack.
    const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', processScript(question)];
    const { powershell, timeoutMs } = this.#tools;
    const { exitCode, stdout, stderr } = await runCommand(powershell, args, { timeoutMs });
    const answer = parseProcessLines(stdout.toString('utf8'));
    if (answer.processes.length > 0 || exitCode === 0) return answer;
    const message = stderr.toString('utf8').trim().split('\n')[0];
    throw new Error(`powershell ended with ${exitCode ?? 'a signal'}${message ? `: ${message}` : ''}`);
  }
}

function startOf(process: Win32Process): number | null {
  return process.startTime ?? (lastingPids.has(process.pid) ? 0 : null);
}

/** Windows keeps the parent's pid when the parent is gone, and soon gives it to another process: never an older one. */
function isParent(parent: Win32Process, child: Win32Process): boolean {
  const start = startOf(parent);
  return start !== null && start <= (startOf(child) ?? start) && parent.pid !== 0;
}

function toFacts(process: Win32Process, startTime: number, answer: ProcessAnswer): ProcessFacts {
  return {
    pid: process.pid,
    startTime,
    name: process.name,
    parentPid: process.parentPid === 0 ? null : process.parentPid,
    command: splitCommandLine(process.commandLine ?? ''),
    executable: process.executable,
    cwd: null,
    user: process.user,
    service: answer.services.get(process.pid)?.join(', ') ?? null,
  };
}

function toAncestor({ pid, name, commandLine, executable }: Win32Process): ProcessAncestor {
  return { pid, name, command: splitCommandLine(commandLine ?? ''), executable };
}
