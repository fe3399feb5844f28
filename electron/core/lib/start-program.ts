import { spawn } from 'node:child_process';

export interface StartOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface LaunchOptions extends StartOptions {
  /** What the program finds as its own name, where that is not the path it is started by. */
  readonly argv0?: string;
  /** An open file for standard input, or bytes that are written to it before it is closed. */
  readonly input: number | Buffer;
  /** An open file for standard output and standard error. */
  readonly output: number;
}

/** How a program ended: one of the two is null. */
export interface ProgramEnd {
  readonly exitCode: number | null;
  readonly signal: string | null;
}

export interface LaunchedProgram {
  readonly pid: number;
  /** Resolves when it ends while we are still here; keeps nobody alive. */
  readonly ended: Promise<ProgramEnd>;
}

/**
 * Starts a program without a shell and lets it go: it outlives us and nobody waits for it. Resolves once it runs
 * and rejects with what the system says when it cannot be started (ENOENT, EACCES).
 */
export function startProgram(
  program: string,
  args: readonly string[],
  options: StartOptions = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      detached: true,
      stdio: 'ignore',
      windowsHide: true,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.env === undefined ? {} : { env: { ...options.env } }),
    });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve(child.pid ?? 0);
    });
  });
}

/**
 * As `startProgram`, with streams of its own and word of its end. It leads a session of its own and writes straight to
 * the file, so it goes on when we are gone.
 */
export function launchProgram(
  program: string,
  args: readonly string[],
  { cwd, env, argv0, input, output }: LaunchOptions,
): Promise<LaunchedProgram> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      detached: true,
      stdio: [typeof input === 'number' ? input : 'pipe', output, output],
      windowsHide: true,
      ...(cwd === undefined ? {} : { cwd }),
      ...(argv0 === undefined ? {} : { argv0 }),
      ...(env === undefined ? {} : { env: { ...env } }),
    });
    const ended = new Promise<ProgramEnd>((tell) => {
      child.once('exit', (exitCode, signal) => tell({ exitCode, signal }));
    });
    child.once('error', reject);
    // A program that ends before it has read everything breaks the pipe; its exit code says more.
    child.stdin?.on('error', () => undefined).end(input);
    child.once('spawn', () => {
      child.unref();
      resolve({ pid: child.pid ?? 0, ended });
    });
  });
}
