import type { ShowDocument } from '../../../shared/contract/documents.ts';
import type { Snapshot } from '../../../shared/contract/snapshot.ts';
import type { Core } from '../../core/core.ts';
import type { Command } from '../command.ts';
import { hiddenOwnersNote } from '../hidden-owners.ts';
import { scanFields, toListenerDocuments } from '../listener-document.ts';
import { paintFor } from '../paint.ts';
import { portReport } from '../port-report.ts';
import type { Arguments } from '../read-arguments.ts';
import { readPort } from '../read-number.ts';
import { scan } from '../scan.ts';
import { UsageError } from '../usage-error.ts';
import { withCore } from '../with-core.ts';

export const show: Command = {
  name: 'show',
  usage: 'PORT [--json]',
  help: `
Tells everything known about one port: who listens there, the command, its folder and project, when it was started and
by whom, what else the same process listens on, and what IANA calls the port.

  --json  one JSON document instead

Exit code 1 when nothing listens there.`,
  options: { json: 'flag' },
  operand: { name: 'port', most: 1 },

  async run(given, context) {
    const port = portOf(given);
    const { terminal } = context;
    return withCore(context, async (core) => {
      const snapshot = await scan(core);
      const document = await describe(core, snapshot, port);
      if (given.flags.has('json')) {
        terminal.print(JSON.stringify(document));
      } else {
        const others = toListenerDocuments(snapshot, (listener) => listener.port !== port);
        const look = { paint: paintFor(terminal.hasColours), now: context.now() };
        terminal.print(portReport(document, others, look));
        const note = hiddenOwnersNote(document.listeners, core.host, `berth show ${port}`);
        if (note) terminal.tell(note);
      }
      if (document.listeners.length > 0) return 0;
      terminal.tell(`Nothing listens on port ${port}.`);
      return 1;
    });
  },
};

function portOf({ operands: [port] }: Arguments): number {
  if (port === undefined) throw new UsageError('which port? Give one, as in: berth show 3000.');
  return readPort(port);
}

async function describe(core: Core, snapshot: Snapshot, port: number): Promise<ShowDocument> {
  return {
    ...scanFields(snapshot),
    port,
    ...(await core.describePort(port)),
    listeners: toListenerDocuments(snapshot, (listener) => listener.port === port),
  };
}
