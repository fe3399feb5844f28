import type { Log } from '../../electron/core/lib/log.ts';

/** Keeps what was logged, for tests that ask. */
export class SilentLog implements Log {
  readonly lines: string[] = [];

  info(message: string): void {
    this.lines.push(`info ${message}`);
  }

  warn(message: string): void {
    this.lines.push(`warn ${message}`);
  }

  error(message: string, cause: unknown): string {
    this.lines.push(`error ${message}: ${String(cause)}`);
    return `log-${this.lines.length}`;
  }
}
