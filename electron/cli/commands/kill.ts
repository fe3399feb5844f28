import type { KillDocument } from '../../../shared/contract/documents.ts';
import type { KillReport, KillResult } from '../../../shared/contract/kill.ts';
import type { Core } from '../../core/core.ts';
import { chooseKill, type KillChoice, type KillWish } from '../choose-kill.ts';
import type { Command, CommandContext } from '../command.ts';
import { killPreview } from '../kill-preview.ts';
import type { Arguments } from '../read-arguments.ts';
import { readPort, readWithin } from '../read-number.ts';
import { safeText } from '../safe-text.ts';
import { scan } from '../scan.ts';
import { settled } from '../settled-result.ts';
import { UsageError } from '../usage-error.ts';
import { withCore } from '../with-core.ts';

export const kill: Command = {
  name: 'kill',
  usage: 'PORT... | --pid PID [--started ISO]  [--force] [--yes] [--json]',
  help: `
Ends what listens on the ports: asks the process to stop, waits while it does, then forces it. Says of every port what
is so afterwards. Clients of a port are never touched.

  PORT...        the ports; on each, the TCP listeners, and UDP sockets only where no TCP listener is
  --pid PID      instead of ports: this process, with everything it listens on
  --started ISO  with --pid: only if it was started then (startTime in the JSON of ls; 2 seconds either way)
  --force        do not ask the process first
  --yes          agree to more than the obvious, see below
  --json         one JSON document instead of sentences

One process on a port, holding nothing else, is ended without a question. When several processes hold a port, or one
holds other ports too, they are shown first: at a terminal you are asked, and No is the default; in a script nothing
is ended unless --yes is given (outcome "refused", exit code 1).

Exit code 0 only when every port is free afterwards, also when nothing listened there to begin with (outcome "gone").
Ctrl-C ends the waiting, sends nothing more, and tells how things stand.`,
  options: { pid: 'value', started: 'value', force: 'flag', yes: 'flag', json: 'flag' },
  operand: { name: 'ports', most: 100 },

  async run(given, context) {
    const wish = readWish(given);
    const { terminal } = context;
    return withCore(context, async (core) => {
      const choice = chooseKill(await scan(core), wish, core.host.privileged);
      const isAgreed = !choice.needsConsent || given.flags.has('yes') || (await agree(choice, context));
      const report = isAgreed
        ? await end(core, choice, given.flags.has('force'), context)
        : refuseAll(
            choice,
            terminal.canAsk ? 'you said no.' : 'more than one plain process; --yes accepts that.',
          );
      const results = inOrder([...choice.results, ...report.results], wish);
      if (given.flags.has('json')) {
        const document: KillDocument = { version: 1, results };
        terminal.print(JSON.stringify(document));
      } else {
        for (const result of results) terminal.print(safeText(result.message));
      }
      if (results.length === 0 && wish.kind === 'process') {
        terminal.tell(`Process ${wish.pid} listens on nothing: there was nothing to end.`);
      }
      return results.every(isFree) ? 0 : 1;
    });
  },
};

function readWish({ operands, values }: Arguments): KillWish {
  const pid = values.get('pid');
  const started = values.get('started');
  if (pid !== undefined && operands.length > 0) {
    throw new UsageError('ports and --pid exclude each other: give one or the other.');
  }
  if (pid !== undefined) {
    const number = readWithin(pid, 'a process id', 1, 4_294_967_295);
    return { kind: 'process', pid: number, started: started === undefined ? null : readInstant(started) };
  }
  if (started !== undefined)
    throw new UsageError('--started says which process --pid means: give --pid too.');
  if (operands.length === 0) throw new UsageError('which port? Give at least one, as in: berth kill 3000.');
  return { kind: 'ports', ports: operands.map(readPort) };
}

function readInstant(text: string): number {
  const value = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(value)) return value;
  throw new UsageError(
    `${safeText(text)} is not a moment: give it as ls --json does in startTime, as in 2031-02-03T09:05:07.000Z.`,
  );
}

async function agree(choice: KillChoice, { terminal }: CommandContext): Promise<boolean> {
  terminal.tell(killPreview(choice));
  return terminal.canAsk && (await terminal.ask('End it?'));
}

function refuseAll({ targets }: KillChoice, reason: string): KillReport {
  return { results: targets.map(({ port }) => settled.refused(port, reason)) };
}

async function end(
  core: Core,
  { targets, processes }: KillChoice,
  force: boolean,
  { terminal }: CommandContext,
): Promise<KillReport> {
  if (targets.length === 0) return { results: [] };
  const interrupted = terminal.catchInterrupt();
  if (terminal.canAsk) {
    const names = processes.map(({ name, pid }) => `${safeText(name)} (pid ${pid})`).join(', ');
    terminal.tell(`Ending ${names}; Ctrl-C stops waiting.`);
  }
  return core.kill({ targets: [...targets], force }, interrupted);
}

/** As they were asked for. */
function inOrder(results: readonly KillResult[], wish: KillWish): KillResult[] {
  if (wish.kind === 'process') return [...results];
  return wish.ports
    .filter((port, index) => wish.ports.indexOf(port) === index)
    .flatMap((port) => results.filter((result) => result.port === port));
}

/** The port can be bound now. */
function isFree({ outcome }: KillResult): boolean {
  return outcome === 'freed' || outcome === 'gone';
}
