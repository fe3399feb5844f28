import type { ListDocument } from '../../../shared/contract/documents.ts';
import type { Listener } from '../../../shared/contract/ports.ts';
import type { Command, ExitCode } from '../command.ts';
import { hiddenOwnersNote } from '../hidden-owners.ts';
import { listTable } from '../list-table.ts';
import { scanFields, toListenerDocuments } from '../listener-document.ts';
import { paintFor } from '../paint.ts';
import type { Arguments } from '../read-arguments.ts';
import { safeText } from '../safe-text.ts';
import { scan } from '../scan.ts';
import { UsageError } from '../usage-error.ts';
import { withCore } from '../with-core.ts';

export const ls: Command = {
  name: 'ls',
  usage: '[--json] [--tcp|--udp] [--reach machine|network]',
  help: `
Lists every port that something listens on, TCP and UDP, with the address, who can reach it, and who holds it.

  --json           one JSON document instead of the table
  --tcp, --udp     only this protocol
  --reach machine  only what this machine alone can reach (127.0.0.0/8, ::1)
  --reach network  only what other machines may reach too

A listener whose owner this user may not see stays in the list as (hidden).`,
  options: { json: 'flag', tcp: 'flag', udp: 'flag', reach: 'value' },
  operand: null,

  async run(given, context) {
    const isWanted = readFilter(given);
    const { terminal } = context;
    return withCore<ExitCode>(context, async (core) => {
      const snapshot = await scan(core);
      const listeners = toListenerDocuments(snapshot, isWanted);
      if (given.flags.has('json')) {
        const document: ListDocument = { ...scanFields(snapshot), listeners };
        terminal.print(JSON.stringify(document));
        return 0;
      }
      const look = { width: terminal.columns, paint: paintFor(terminal.hasColours), now: context.now() };
      terminal.print(listTable(listeners, look));
      if (listeners.length === 0) terminal.tell('Nothing listens here that fits.');
      const note = hiddenOwnersNote(listeners, core.host, 'berth ls');
      if (note) terminal.tell(note);
      return 0;
    });
  },
};

function readFilter({ flags, values }: Arguments): (listener: Listener) => boolean {
  if (flags.has('tcp') && flags.has('udp')) {
    throw new UsageError('--tcp and --udp exclude each other: leave out both to list both.');
  }
  const protocol = flags.has('tcp') ? 'tcp' : flags.has('udp') ? 'udp' : null;
  const reach = values.get('reach') ?? null;
  if (reach !== null && reach !== 'machine' && reach !== 'network') {
    throw new UsageError(`${safeText(reach)} is not a reach: give --reach machine or --reach network.`);
  }
  return (listener) =>
    (protocol === null || listener.protocol === protocol) && (reach === null || listener.reach === reach);
}
