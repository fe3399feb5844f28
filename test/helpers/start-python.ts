import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A program of test/programs that answers in lines. It ends when its input closes, so also when the test run dies. */
export interface PythonProgram {
  readonly pid: number;
  nextLine(): Promise<string>;
  /** Sends one line and resolves with the line that answers it. */
  ask(line: string): Promise<string>;
  stop(): Promise<void>;
}

export interface PythonOptions {
  readonly args?: readonly string[];
  /** What runs it: `['unshare', '-n']`. */
  readonly wrapper?: readonly string[];
}

/** The system's own interpreter, which every user may run. */
export const python = '/usr/bin/python3';

export function startPython(program: string, options: PythonOptions = {}): PythonProgram {
  const file = path.resolve(import.meta.dirname, '../programs', program);
  const command = [...(options.wrapper ?? []), python, '-u', file, ...(options.args ?? [])];
  const child = spawn(command[0] ?? python, command.slice(1), { stdio: 'pipe' });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));

  async function nextLine(): Promise<string> {
    const line = await lines.next();
    if (!line.done) return line.value;
    await closed;
    throw new Error(`${program} ended: ${Buffer.concat(errors).toString('utf8')}`);
  }

  return {
    pid: pidOf(child),
    nextLine,
    ask(line) {
      child.stdin.write(`${line}\n`);
      return nextLine();
    },
    stop() {
      child.stdin.end();
      return closed;
    },
  };
}

function pidOf(child: ChildProcessWithoutNullStreams): number {
  if (child.pid === undefined) throw new Error('the program did not start');
  return child.pid;
}
