import path from 'node:path';
import type { Command } from '../command.ts';
import { safeText } from '../safe-text.ts';
import { withCore } from '../with-core.ts';
import { serve, tellAddresses } from './serve.ts';

/** `berth DIR`: the Berth that is running serves it; without one this does, until interrupted. */
export const serveThere: Command = {
  ...serve,
  usage: 'DIR',

  async run(given, context) {
    const folder = path.resolve(given.operands[0] ?? '.');
    const isPlain = given.flags.size === 0 && given.values.size === 0;
    if (!isPlain) return serve.run(given, context);
    const result = await withCore(context, (core) => core.folders.handOver(folder));
    if (result === null) return serve.run(given, context);
    if (result.outcome === 'serving') {
      tellAddresses(result.folder, context.terminal);
      return 0;
    }
    context.terminal.tell(`berth: ${safeText(result.message)}`);
    return 1;
  },
};
