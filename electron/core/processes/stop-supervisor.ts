import { isDeepStrictEqual } from 'node:util';
import type { StoppedSupervisor, StopSupervisor } from '../../../shared/contract/kill-plan.ts';
import { fail, type Outcome, succeed } from '../../../shared/rpc/failure.ts';
import type { Clock } from '../lib/clock.ts';
import { CommandError, type CommandResult, runCommand } from '../lib/run-command.ts';
import { type KillTiming, killTiming } from './kill-timing.ts';
import { listProcesses } from './name-process.ts';
import { isVisible, type KnownHolder } from './plan-kill.ts';
import { type PlanDependencies, planKills } from './plan-kills.ts';
import type { PortView } from './port-view.ts';
import type { ProcessReader } from './process-reader.ts';
import { quoteCommand } from './quote-command.ts';
import { HolderReader } from './read-holders.ts';
import { waitFor } from './wait-for.ts';

/** Stops a container over the socket of its engine, for which no tool has to be installed. Null for other commands. */
export type StopContainer = (
  command: readonly string[],
  signal: AbortSignal | undefined,
  /** Gives it no time. */
  force?: boolean,
) => Promise<{
  readonly outcome: 'stopped' | 'runs-again' | 'denied' | 'failed';
  readonly message: string;
} | null>;

export interface WatchDependencies {
  readonly processes: ProcessReader;
  readonly ports: PortView;
  readonly clock: Clock;
  readonly timing?: KillTiming;
}

export interface StopDependencies extends PlanDependencies, WatchDependencies {
  readonly stopContainer?: StopContainer;
}

/** Services may take long to stop: systemd itself gives up after 90 s. */
const commandTimeoutMs = 100_000;
const maxOutputBytes = 1024 * 1024;
const shownLines = 20;
/** Tools such as `supervisorctl` answer when the program has ended; others when they have passed the wish on. */
const patienceMs = 5000;
/** The port has to stay free for this long. */
const calmMs = 300;

/**
 * Runs the command that the plan for this target shows now, then looks whether the port is free. Any other command is
 * refused. No shell is involved.
 */
export async function stopSupervisor(
  { target, command }: StopSupervisor,
  dependencies: StopDependencies,
  signal?: AbortSignal,
): Promise<Outcome<StoppedSupervisor>> {
  const { targets } = await planKills({ targets: [target] }, dependencies);
  const planned = targets[0]?.supervisor?.command;
  if (!planned) return fail('not-allowed', `Nothing is known to start what holds port ${target.port} again.`);
  if (!isDeepStrictEqual([...planned], [...command])) {
    return fail(
      'not-allowed',
      `\`${quoteCommand(command)}\` is not the command that stops what holds port ${target.port} now: look at the plan again.`,
    );
  }
  const container = await dependencies.stopContainer?.(planned, signal);
  const ran = container ? fromContainer(container) : await run(planned, signal);
  const holders = await watchUntilFree(target, dependencies, signal);
  return succeed(describe(target.port, planned, ran, holders));
}

interface Ran {
  readonly exitCode: number | null;
  readonly output: string;
  /** Why it did not come to an end of its own. */
  readonly trouble: string | null;
}

function fromContainer({ outcome, message }: NonNullable<Awaited<ReturnType<StopContainer>>>): Ran {
  return { exitCode: outcome === 'stopped' ? 0 : 1, output: message, trouble: null };
}

async function run(
  [program = '', ...args]: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Ran> {
  const options = { timeoutMs: commandTimeoutMs, maxBytes: maxOutputBytes, ...(signal && { signal }) };
  try {
    const result = await runCommand(pathOf(program), args, options);
    return { exitCode: result.exitCode, output: lastLines(result), trouble: null };
  } catch (error) {
    if (error instanceof CommandError) return { exitCode: null, output: '', trouble: error.message };
    throw error;
  }
}

/** Windows would look for a program in the working folder first. */
function pathOf(program: string): string {
  return program === 'sc.exe' ? `${process.env.SystemRoot ?? 'C:\\Windows'}\\System32\\sc.exe` : program;
}

function lastLines({ stdout, stderr }: CommandResult): string {
  const lines = [stdout, stderr].flatMap((bytes) => bytes.toString('utf8').split(/\r?\n/));
  return lines
    .map((line) => line.trimEnd().slice(0, 500))
    .filter((line) => line !== '')
    .slice(-shownLines)
    .join('\n');
}

/** Who holds the port once it has stayed free for a moment, or after a while all the same. */
export async function watchUntilFree(
  target: StopSupervisor['target'],
  dependencies: WatchDependencies,
  signal: AbortSignal | undefined,
): Promise<readonly KnownHolder[]> {
  const timing = dependencies.timing ?? killTiming;
  const reader = new HolderReader(dependencies, timing);
  const { clock } = dependencies;
  const deadline = clock.elapsed() + patienceMs;
  let freeSince: number | null = null;
  for (;;) {
    const holders = await reader.readOwed(target);
    const now = clock.elapsed();
    freeSince = holders.length > 0 ? null : (freeSince ?? now);
    if (freeSince !== null && now - freeSince >= calmMs) return holders;
    if (now >= deadline || signal?.aborted) return holders;
    await waitFor(timing.longestPollMs, signal);
  }
}

function describe(
  port: number,
  command: readonly string[],
  { exitCode, output, trouble }: Ran,
  holders: readonly KnownHolder[],
): StoppedSupervisor {
  const freed = holders.length === 0;
  const shown = quoteCommand(command);
  const ended = trouble ?? (exitCode === 0 ? 'it succeeded' : `it ended with ${exitCode ?? 'a signal'}`);
  const visible = holders.filter(isVisible);
  const holder = visible.length > 0 ? listProcesses(visible) : 'a process that you may not see';
  return {
    freed,
    exitCode,
    output,
    message: freed
      ? `Port ${port} is free after \`${shown}\`.`
      : `Port ${port} is still held by ${holder} after \`${shown}\` (${ended}).`,
  };
}
