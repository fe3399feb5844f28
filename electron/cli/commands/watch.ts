import type { WatchLine } from '../../../shared/contract/documents.ts';
import type { Core } from '../../core/core.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';
import { hiddenOwnersNote } from '../hidden-owners.ts';
import { paintFor } from '../paint.ts';
import { readWithin } from '../read-number.ts';
import { safeText } from '../safe-text.ts';
import { scan } from '../scan.ts';
import { watchText } from '../watch-text.ts';
import { WatchedListeners } from '../watched-listeners.ts';
import { withCore } from '../with-core.ts';

export const watch: Command = {
  name: 'watch',
  usage: '[--interval MS] [--json]',
  help: `
Prints what listens now, then a line whenever a port opens, closes or changes hands, until interrupted.

  --interval MS  milliseconds between two looks (250 to 60000, default 1000)
  --json         one JSON document to a line: "event" is present, opened, closed or changed-owner

What opens and closes again between two looks is not seen. Interrupting it (Ctrl-C) is its normal end: exit code 0.`,
  options: { interval: 'value', json: 'flag' },
  operand: null,

  async run({ flags, values }, context) {
    const intervalMs = readWithin(values.get('interval') ?? '1000', 'an interval', 250, 60_000);
    const ended = AbortSignal.any([context.terminal.catchInterrupt(), context.terminal.outputClosed]);
    return withCore<ExitCode>(context, async (core) => {
      await scan(core);
      const stop = await tellChanges(core, intervalMs, flags.has('json'), context);
      await untilAborted(ended);
      stop();
      return 0;
    });
  },
};

/** Takes the snapshot and subscribes without a pause between the two: no change can slip through. */
async function tellChanges(
  core: Core,
  intervalMs: number,
  isJson: boolean,
  context: CommandContext,
): Promise<() => void> {
  const { terminal } = context;
  const paint = paintFor(terminal.hasColours);
  const tell = (line: WatchLine) => terminal.print(isJson ? JSON.stringify(line) : watchText(line, paint));

  const watched = new WatchedListeners(core.snapshot());
  const present = watched.present();
  for (const line of present) tell(line);
  const note = hiddenOwnersNote(
    present.map((line) => line.listener),
    core.host,
    'berth watch',
  );
  if (note && !isJson) terminal.tell(note);

  const stops = [
    core.onChanges((changes) => {
      for (const line of watched.apply(changes)) tell(line);
    }),
    tellTrouble(core, context),
  ];
  const attention = core.attend();
  attention.setVisible(true);
  await core.startWatching({ intervalMs });
  return () => {
    for (const stop of stops) stop();
    attention.release();
  };
}

/** Says once that the ports cannot be read, and once that they can again. */
function tellTrouble(core: Core, { terminal }: CommandContext): () => void {
  let isFailing = false;
  return core.onSource((source) => {
    if ((source.state === 'failing') === isFailing) return;
    isFailing = source.state === 'failing';
    terminal.tell(
      isFailing
        ? `berth watch: the ports cannot be read: ${safeText(source.lastError ?? 'no answer')} (still trying)`
        : 'berth watch: the ports can be read again.',
    );
  });
}

/** Keeps the program alive meanwhile: the timers of the core do not. */
function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const alive = setInterval(() => undefined, 60_000);
    const end = () => {
      clearInterval(alive);
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
