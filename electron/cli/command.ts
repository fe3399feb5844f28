import type { Platform } from '../../shared/contract/host.ts';
import type { Core } from '../core/core.ts';
import type { Arguments, OptionSpecs } from './read-arguments.ts';
import type { Terminal } from './terminal.ts';

/** What a command works with. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Berth's own version. */
  readonly version: string;
  readonly platform: Platform;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Makes the core; only a command that needs it pays for it. */
  readonly openCore: () => Promise<Core>;
}

export interface Command {
  readonly name: string;
  /** What follows the name in the line of use. */
  readonly usage: string;
  /** Told by `help`, below the line of use. */
  readonly help: string;
  readonly options: OptionSpecs;
  /** What stands there without a dash, as `help` and errors call it; null takes none. */
  readonly operand: { readonly name: string; readonly most: number } | null;
  /** Resolves with the exit code. */
  run(given: Arguments, context: CommandContext): Promise<ExitCode>;
}

/** 0: what was asked is true. 1: it is not. 2: it was not understood. */
export type ExitCode = 0 | 1 | 2;
