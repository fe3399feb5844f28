import { type CommandResult, runCommand } from '../../lib/run-command.ts';
import { isDenied, mayExist } from '../may-exist.ts';
import type { Delivery, ProcessControl, Signal } from '../process-control.ts';

/** Runs taskkill with these arguments. */
export type RunTaskkill = (args: readonly string[]) => Promise<CommandResult>;

/**
 * taskkill without /F posts WM_CLOSE, which reaches programs with a window; a console program has none and is ended
 * by force at once. Never /T: it would end children that nobody chose.
 */
export function createWindowsControl(run: RunTaskkill = runTaskkill): ProcessControl {
  return {
    ask: taskkill('taskkill', [], run),
    force: taskkill('taskkill /F', ['/F'], run),
    resume: null,
    mayExist,
    isDenied,
    isStopped: async () => false,
  };
}

function taskkill(name: string, flags: readonly string[], run: RunTaskkill): Signal {
  return {
    name,
    async send(pid) {
      const { exitCode } = await run([...flags, '/PID', String(pid)]);
      return deliveryOf(exitCode, flags.length > 0);
    },
  };
}

/** The text is translated, the exit code is not: 0 done, 128 no such process, 1 not possible. */
export function deliveryOf(exitCode: number | null, forced: boolean): Delivery {
  if (exitCode === 0) return 'sent';
  if (exitCode === 128) return 'gone';
  return forced ? 'denied' : 'useless';
}

function runTaskkill(args: readonly string[]): Promise<CommandResult> {
  // By its full path: a program of that name in the working folder or PATH must not be run instead.
  const program = `${process.env.SystemRoot ?? 'C:\\Windows'}\\System32\\taskkill.exe`;
  return runCommand(program, args, { timeoutMs: 10_000 });
}
