import type { Core } from '../core/core.ts';
import type { CommandContext } from './command.ts';

/** Opens the core for one piece of work and closes it whatever happens. */
export async function withCore<T>(context: CommandContext, work: (core: Core) => Promise<T>): Promise<T> {
  const core = await context.openCore();
  try {
    return await work(core);
  } finally {
    await core.close();
  }
}
