import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface StartedProgram {
  readonly pid: number;
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves with the next line of standard output. Rejects with what it said on standard error when there is none. */
  nextLine(): Promise<string>;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

export function startProgram(command: string, args: readonly string[], cwd?: string): StartedProgram {
  const child = spawn(command, [...args], { stdio: 'pipe', ...(cwd === undefined ? {} : { cwd }) });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  child.stdin.on('error', () => undefined);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid: child.pid ?? 0,
    child,
    hasEnded,
    async nextLine() {
      const line = await lines.next();
      if (line.done) throw new Error(`${command} ended without a line: ${errors}`);
      return line.value;
    },
    async stop() {
      if (hasEnded()) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

export interface Holder extends StartedProgram {
  readonly ports: readonly number[];
}

/** Starts `test/programs/hold.mjs`; resolves when it holds everything it was told to. */
export async function hold(...words: readonly string[]): Promise<Holder> {
  const file = path.resolve(import.meta.dirname, '../programs/hold.mjs');
  const program = startProgram(process.execPath, [file, ...words]);
  const ports = JSON.parse(await program.nextLine()) as number[];
  return { ...program, ports };
}
