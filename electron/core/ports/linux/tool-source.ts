import { type CommandResult, runCommand } from '../../lib/run-command.ts';
import { SocketDiffer } from '../diff-sockets.ts';
import type { ListeningSocket, PortSource, PortSourceName, SocketChanges } from '../port-source.ts';

/** Runs a tool with arguments and gives what it printed. */
export type RunTool = (program: string, args: readonly string[]) => Promise<CommandResult>;

const timeoutMs = 10_000;

/** A source that asks a program for the whole list every time. */
export class ToolSource implements PortSource {
  readonly name: PortSourceName;
  readonly #read: (run: RunTool) => Promise<readonly ListeningSocket[]>;
  readonly #differ = new SocketDiffer();
  readonly #closing = new AbortController();

  constructor(name: PortSourceName, read: (run: RunTool) => Promise<readonly ListeningSocket[]>) {
    this.name = name;
    this.#read = read;
  }

  async scan(): Promise<SocketChanges> {
    return this.#differ.diff(await this.#read((program, args) => this.#run(program, args)));
  }

  close(): void {
    this.#closing.abort();
  }

  #run(program: string, args: readonly string[]): Promise<CommandResult> {
    // Some systems keep these tools where only root's search path leads.
    const env = { PATH: `${process.env.PATH ?? '/usr/bin:/bin'}:/usr/sbin:/sbin` };
    return runCommand(program, args, { timeoutMs, signal: this.#closing.signal, env });
  }
}

/** Throws when the tool says that it failed. */
export function outputOf(program: string, { exitCode, stdout, stderr }: CommandResult): Buffer {
  if (exitCode === 0) return stdout;
  const reason = stderr.toString('utf8').trim().split('\n')[0];
  throw new Error(`${program} ended with ${exitCode}${reason ? `: ${reason}` : ''}`);
}
