import type { DoctorDocument } from '../../../shared/contract/documents.ts';
import type { Command } from '../command.ts';
import { doctorReport } from '../doctor-report.ts';
import { paintFor } from '../paint.ts';
import type { Arguments } from '../read-arguments.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { withCore } from '../with-core.ts';

/** What the contract takes. */
const longestText = 1_000_000;

export const doctor: Command = {
  name: 'doctor',
  usage: '"TEXT or PORT" | -  [--no-connect] [--json]',
  help: `
Says why a port, an address or an error does not work, what that rests on, and what to do.

  TEXT          a port (3000), an address (localhost:3000), or the text of an error, in quotes
  -             read the text from standard input, as in: npm start 2>&1 | berth doctor -
  --no-connect  only look; do not connect to the port (debuggers, tunnels and the like are never connected to)
  --json        one JSON document instead

Exit code 0 only when nothing is wrong.`,
  options: { 'no-connect': 'flag', json: 'flag' },
  operand: { name: 'text', most: 1000 },

  async run(given, context) {
    const { terminal } = context;
    const text = await textOf(given, terminal);
    const request = { text: text.slice(0, longestText), connect: !given.flags.has('no-connect') };
    return withCore(context, async (core) => {
      const diagnosis = await core.doctor.diagnose(request, terminal.catchInterrupt());
      const document: DoctorDocument = { version: 1, ...diagnosis };
      terminal.print(
        given.flags.has('json')
          ? JSON.stringify(document)
          : doctorReport(diagnosis, paintFor(terminal.hasColours)),
      );
      return diagnosis.severity === 'ok' ? 0 : 1;
    });
  },
};

/** An error in several words may come without quotes. */
async function textOf({ operands }: Arguments, terminal: Terminal): Promise<string> {
  const text =
    operands.length === 1 && operands[0] === '-' ? await terminal.readAll(longestText) : operands.join(' ');
  if (text.trim() === '') {
    throw new UsageError('what is wrong? Give a port or the text of an error, as in: berth doctor 3000.');
  }
  return text;
}
