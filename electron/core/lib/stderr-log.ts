import { randomBytes } from 'node:crypto';
import type { Log } from './log.ts';

type Level = 'info' | 'warn';

/**
 * A log on standard error, for shells that a terminal or a service manager listens to. `least` keeps lines below it
 * quiet: a command that runs once has nothing to say when all is well.
 */
export function createStderrLog(least: Level, write: (text: string) => void = writeToStderr): Log {
  return {
    info: (message) => {
      if (least === 'info') write(`berth: ${oneLine(message)}\n`);
    },
    warn: (message) => write(`berth: warning: ${oneLine(message)}\n`),
    error: (message, cause) => {
      const id = randomBytes(4).toString('hex');
      write(`berth: error ${id}: ${oneLine(message)}: ${oneLine(describe(cause))}\n`);
      return id;
    },
  };
}

function writeToStderr(text: string): void {
  process.stderr.write(text);
}

function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+\s*/g, ' | ').trim();
}
