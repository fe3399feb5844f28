import type { RestartDocument } from '../../../shared/contract/documents.ts';
import type { KillResult } from '../../../shared/contract/kill.ts';
import type { RestartResult } from '../../../shared/contract/restart.ts';
import type { Core } from '../../core/core.ts';
import { chooseKill, type KillChoice } from '../choose-kill.ts';
import type { Command, CommandContext } from '../command.ts';
import { readPort } from '../read-number.ts';
import { safeText } from '../safe-text.ts';
import { scan } from '../scan.ts';
import { UsageError } from '../usage-error.ts';
import { withCore } from '../with-core.ts';

export const restart: Command = {
  name: 'restart',
  usage: 'PORT [--json]',
  help: `
Ends what listens on the port and starts it again with the same arguments, folder, environment and umask. Waits until
the port is free, starts the program, and waits until the port listens again.

  PORT    the port; its TCP listener, and a UDP socket only where no TCP listener is
  --json  one JSON document instead of sentences

The program runs on by itself, without this terminal: its input is empty, its output goes to a file in Berth's data
folder. Nothing is ended when it could not be started again as it was: when its environment cannot be read (macOS,
Windows, another user), its program or folder was deleted, it waits for input from the program that started it, or a
service manager looks after it. The sentence says which.

Exit code 0 only when the port listens again. Ctrl-C ends the waiting and tells how things stand.`,
  options: { json: 'flag' },
  operand: { name: 'port', most: 1 },

  async run({ operands, flags }, context) {
    const [operand] = operands;
    if (operand === undefined) throw new UsageError('which port? Give one, as in: berth restart 3000.');
    const port = readPort(operand);
    return withCore(context, async (core) => {
      const wish = { kind: 'ports', ports: [port] } as const;
      const results = await restartAll(
        core,
        chooseKill(await scan(core), wish, core.host.privileged),
        context,
      );
      if (flags.has('json')) {
        const document: RestartDocument = { version: 1, results };
        context.terminal.print(JSON.stringify(document));
      } else {
        for (const result of results) context.terminal.print(sentences(result));
      }
      return results.every(({ outcome }) => outcome === 'back') ? 0 : 1;
    });
  },
};

async function restartAll(
  core: Core,
  { targets, processes, results }: KillChoice,
  { terminal }: CommandContext,
): Promise<RestartResult[]> {
  const [target] = targets;
  if (!target) return results.map(notRestarted);
  const interrupted = terminal.catchInterrupt();
  if (terminal.canAsk && processes.length > 0) {
    const names = processes.map(({ name, pid }) => `${safeText(name)} (pid ${pid})`).join(', ');
    terminal.tell(`Restarting ${names}; Ctrl-C stops waiting.`);
  }
  return [await core.restart({ target }, interrupted)];
}

/** Nobody who could be restarted is there. */
function notRestarted({ port, outcome, message }: KillResult): RestartResult {
  return {
    port,
    outcome: 'refused',
    process: null,
    waitedMs: 0,
    exitCode: null,
    signal: null,
    lastLines: [],
    message:
      outcome === 'gone' ? `Nothing listens on port ${port}, so there is nothing to restart.` : message,
  };
}

function sentences({ message, outcome, lastLines }: RestartResult): string {
  const shown = outcome === 'back' ? [] : lastLines;
  return [safeText(message), ...shown.map((line) => `  ${safeText(line)}`)].join('\n');
}
