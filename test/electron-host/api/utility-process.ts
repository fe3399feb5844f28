import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { refuseUnknown } from '../refuse-unknown.ts';

export interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly execArgv?: readonly string[];
  readonly serviceName?: string;
  readonly stdio?: 'pipe' | 'ignore' | 'inherit';
}

/** A child process of Node's, with the `process.parentPort` that a utility process has. */
export class HostUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(file: string, args: readonly string[], options: ForkOptions) {
    super();
    const stdio = options.stdio ?? 'inherit';
    this.#child = fork(file, [...args], {
      cwd: options.cwd,
      env: options.env ?? process.env,
      // The path of the program names the stand-in.
      execPath: process.argv0,
      execArgv: [
        '-r',
        path.join(import.meta.dirname, 'utility-parent-port.cjs'),
        ...(options.execArgv ?? []),
      ],
      serialization: 'advanced',
      stdio: ['ignore', stdio, stdio, 'ipc'],
    });
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1));
    this.#child.on('error', (error) => this.emit('error', error));
    const endWithUs = () => this.#child.kill('SIGKILL');
    process.once('exit', endWithUs);
    this.#child.once('exit', () => process.off('exit', endWithUs));
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null ? this.#child.pid : undefined;
  }

  get stdout(): Readable | null {
    return this.#child.stdout;
  }

  get stderr(): Readable | null {
    return this.#child.stderr;
  }

  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}
refuseUnknown('UtilityProcess', HostUtilityProcess.prototype);

export const utilityProcess = refuseUnknown('utilityProcess', {
  fork: (file: string, args: readonly string[] = [], options: ForkOptions = {}) =>
    new HostUtilityProcess(file, args, options),
});
