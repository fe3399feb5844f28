import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** A program of test/programs that said in its first line what it does. It ends when its input closes. */
export interface RunningProgram<T> {
  readonly pid: number;
  readonly told: T;
  /** Resolves when it has ended and everything it printed was read. */
  readonly ended: Promise<void>;
  nextLine(): Promise<string>;
}

export interface ProgramOptions {
  readonly args?: readonly string[];
  readonly interpreter?: string;
  /** Numeric id of the user it runs as; needs root. */
  readonly uid?: number;
}

export interface Listening {
  readonly pid: number;
  readonly port: number;
}

/** Starts a program for the running test and ends it with the test, by force if it must be. */
export async function startProgram<T = Listening>(
  name: string,
  options: ProgramOptions = {},
): Promise<RunningProgram<T>> {
  const file = path.isAbsolute(name) ? name : path.resolve(import.meta.dirname, '../programs', name);
  const identity = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid };
  const child = spawn(options.interpreter ?? process.execPath, [file, ...(options.args ?? [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...identity,
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const nextLine = async () => {
    const line = await lines.next();
    if (line.done) throw new Error(`${name} ended without a further line`);
    return line.value;
  };
  onTestFinished(() => {
    child.stdin.on('error', () => undefined).end();
    child.kill('SIGKILL');
  });
  const told = JSON.parse(await nextLine()) as T;
  if (child.pid === undefined) throw new Error(`${name} did not start`);
  return { pid: child.pid, told, ended, nextLine };
}
