import type { FreeDocument } from '../../../shared/contract/documents.ts';
import type { FreePortsRequest } from '../../../shared/contract/free-ports.ts';
import type { Command } from '../command.ts';
import { readPort, readWithin } from '../read-number.ts';
import { safeText } from '../safe-text.ts';
import { UsageError } from '../usage-error.ts';
import { withCore } from '../with-core.ts';

export const free: Command = {
  name: 'free',
  usage: '[--count N] [--range A-B] [--json]',
  help: `
Finds ports that are free on every address that matters, checked by binding them, outside what the system reserves.
Prints one port to a line.

  --count N    how many (1 to 100, default 1)
  --range A-B  only ports from A to B, both included
  --json       one JSON document instead

Exit code 0 when as many as asked for were found.`,
  options: { count: 'value', range: 'value', json: 'flag' },
  operand: null,

  async run({ flags, values }, context) {
    const request: FreePortsRequest = {
      count: readWithin(values.get('count') ?? '1', 'a count', 1, 100),
      range: readRange(values.get('range')),
    };
    return withCore(context, async (core) => {
      const found = await core.findFreePorts(request);
      const document: FreeDocument = { version: 1, ports: found.ok ? found.value.ports : [] };
      if (flags.has('json')) context.terminal.print(JSON.stringify(document));
      else if (found.ok) context.terminal.print(document.ports.join('\n'));
      if (!found.ok) context.terminal.tell(`berth free: ${found.failure.message}`);
      return found.ok ? 0 : 1;
    });
  },
};

function readRange(text: string | undefined): FreePortsRequest['range'] {
  if (text === undefined) return null;
  const [, first, last] = /^(\d+)-(\d+)$/.exec(text) ?? [];
  if (first === undefined || last === undefined) {
    throw new UsageError(`${safeText(text)} is not a range: give two ports, as in --range 3000-3999.`);
  }
  const range = { from: readPort(first), to: readPort(last) };
  if (range.from > range.to) {
    throw new UsageError(`the range ${text} ends before it starts: give --range ${last}-${first}.`);
  }
  return range;
}
