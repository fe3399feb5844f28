import type { Command } from '../command.ts';
import { readPort } from '../read-number.ts';

export const web: Command = {
  name: 'web',
  usage: '[--port N] [--no-open] [--json]',
  help: `
Offers the interface in a browser on this machine until interrupted, and prints one link to it. The link lets in whoever
has it: it holds a secret that is new at every start.

  --port N   this port, and no other; without it 62893, or the next one that is free
  --no-open  do not open the default browser
  --json     print the link as one JSON document

On another machine: run berth web --no-open there, and here ssh -L 62893:127.0.0.1:62893 THAT-MACHINE; then open the link.`,
  options: { port: 'value', 'no-open': 'flag', json: 'flag' },
  operand: null,

  async run({ flags, values }, { terminal, version, platform }) {
    const wanted = values.get('port');
    const port = wanted === undefined ? null : readPort(wanted);
    const { runWeb } = await import('../../web/run-web.ts');
    const exitCode = await runWeb({
      version,
      platform,
      port,
      open: !flags.has('no-open'),
      json: flags.has('json'),
      print: (line) => terminal.print(line),
      complain: (line) => terminal.tell(`berth web: ${line}`),
      stop: terminal.catchInterrupt(),
    });
    return exitCode === 0 ? 0 : 1;
  },
};
