import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export interface CommandOptions {
  /** Milliseconds until it is killed. */
  readonly timeoutMs: number;
  /** Bytes of output until it is killed. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
  readonly env?: Readonly<Record<string, string>>;
  /** Given on standard input, which is closed after it. */
  readonly input?: string;
}

export interface CommandResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** Bytes as they came: the caller knows the code page. */
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** The program could not be run to its end: missing, too slow, too talkative or called off. */
export class CommandError extends Error {
  readonly reason: 'missing' | 'denied' | 'timeout' | 'too-large' | 'aborted' | 'failed';

  constructor(reason: CommandError['reason'], message: string) {
    super(message);
    this.name = 'CommandError';
    this.reason = reason;
  }
}

const defaultMaxBytes = 32 * 1024 * 1024;

/**
 * Runs a program without a shell and waits for its end. An exit code other than 0 is a result, not an error:
 * lsof answers 1 for "nothing found".
 */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C', ...options.env };
    const child = spawn(program, [...args], {
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      env,
      windowsHide: true,
    });
    const output = { stdout: [] as Buffer[], stderr: [] as Buffer[], bytes: 0 };
    let ended: CommandError | null = null;

    const end = (error: CommandError) => {
      ended ??= error;
      child.kill('SIGKILL');
    };
    const collect = (into: Buffer[]) => (chunk: Buffer) => {
      output.bytes += chunk.length;
      if (output.bytes > (options.maxBytes ?? defaultMaxBytes)) {
        end(new CommandError('too-large', `${program} printed more than it may`));
      } else {
        into.push(chunk);
      }
    };
    const onAbort = () => end(new CommandError('aborted', `${program} was called off`));
    const timer = setTimeout(
      () => end(new CommandError('timeout', `${program} took longer than ${options.timeoutMs} ms`)),
      options.timeoutMs,
    );
    const settle = () => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', onAbort);
    };

    options.signal?.addEventListener('abort', onAbort);
    if (options.signal?.aborted) onAbort();
    child.stdout?.on('data', collect(output.stdout));
    child.stderr?.on('data', collect(output.stderr));
    child.stdin?.on('error', () => undefined).end(options.input);
    child.on('error', (error) => {
      settle();
      reject(ended ?? startError(program, error, env.PATH));
    });
    child.on('close', (exitCode) => {
      settle();
      if (ended) reject(ended);
      else resolve({ exitCode, stdout: Buffer.concat(output.stdout), stderr: Buffer.concat(output.stderr) });
    });
  });
}

function startError(
  program: string,
  { code, message }: NodeJS.ErrnoException,
  searched: string | undefined,
): CommandError {
  if (code === 'ENOENT' || (code === 'EACCES' && isNowhere(program, searched ?? ''))) {
    return new CommandError('missing', `${program} is not installed`);
  }
  if (code === 'EACCES') return new CommandError('denied', `${program} may not be run`);
  return new CommandError('failed', `${program} did not start: ${message}`);
}

/** execvp(3) says EACCES, too, when no folder of PATH has the program and one of them may not be searched. */
function isNowhere(program: string, searched: string): boolean {
  if (path.delimiter !== ':' || program.includes('/')) return false;
  return !searched.split(':').some((folder) => existsSync(path.join(folder, program)));
}
