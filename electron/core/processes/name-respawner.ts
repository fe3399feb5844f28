import type { Platform } from '../../../shared/contract/host.ts';
import { quoteCommand } from './quote-command.ts';
import type { Supervision } from './supervision.ts';
import { type KnownProgram, nameSupervisor } from './supervisor.ts';

/** Who started a program again. */
export interface Respawner {
  readonly name: string;
  readonly command: readonly string[] | null;
  /** What to do so that the port stays free, as the end of a sentence. */
  readonly advice: string;
}

/** Known since before, or told by what the old and the new program have in common; null when that cannot be told. */
export function nameRespawner(
  before: KnownProgram,
  after: KnownProgram,
  known: Supervision | null,
  platform: Platform,
): Respawner | null {
  const found = nameSupervisor(before, after, platform);
  if (!known) return found && { ...found, command: null };
  const advice = known.command
    ? `use \`${quoteCommand(known.command)}\``
    : (found?.advice ?? `stop ${known.name}`);
  return { name: known.name, command: known.command, advice };
}
