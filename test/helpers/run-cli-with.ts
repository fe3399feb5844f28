import type { ExitCode } from '../../electron/cli/command.ts';
import { runCli } from '../../electron/cli/run-cli.ts';
import { RecordingTerminal } from '../fakes/recording-terminal.ts';
import { ScriptedCore } from '../fakes/scripted-core.ts';

export interface CliRun {
  readonly core: ScriptedCore;
  readonly terminal: RecordingTerminal;
  /** Runs a command line, words separated by blanks. */
  run(line: string): Promise<ExitCode>;
}

/** The command line over a core whose list is given. */
export function cliWith(
  change: (core: ScriptedCore, terminal: RecordingTerminal) => void = () => undefined,
): CliRun {
  const core = new ScriptedCore();
  const terminal = new RecordingTerminal();
  change(core, terminal);
  return {
    core,
    terminal,
    run: (line) =>
      runCli(line.split(' ').filter(Boolean), {
        terminal,
        version: '1.2.3',
        platform: 'linux',
        now: () => Date.parse('2026-01-02T04:04:05.670Z'),
        openCore: async () => core,
      }),
  };
}
