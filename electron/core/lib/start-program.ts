import { spawn } from 'node:child_process';

export interface StartOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
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
