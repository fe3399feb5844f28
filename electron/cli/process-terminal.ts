import { stopSignal } from '../core/lib/stop-signal.ts';
import type { Terminal } from './terminal.ts';

type Process = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr' | 'env' | 'on' | 'exit'>;

/** The terminal, pipe or file that this program was started with. */
export function openProcessTerminal(program: Process, onWriteError: (error: Error) => void): Terminal {
  const { stdin, stdout, stderr } = program;
  const closed = new AbortController();
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    closed.abort();
    // The reader has seen enough: not an error, and the command still finishes what it began.
    if (error.code !== 'EPIPE') onWriteError(error);
  });
  stderr.on('error', () => undefined);

  return {
    columns: stdout.isTTY ? stdout.columns : null,
    hasColours: stdout.isTTY && !program.env.NO_COLOR && program.env.TERM !== 'dumb',
    canAsk: stdin.isTTY && stderr.isTTY,
    print: (text) => {
      if (!closed.signal.aborted) stdout.write(`${text}\n`);
    },
    tell: (text) => void stderr.write(`${text}\n`),
    ask: (question) => askYesOrNo(program, question),
    readAll: (mostCharacters) => readAll(program, mostCharacters),
    catchInterrupt: () => stopSignal(program),
    outputClosed: closed.signal,
  };
}

async function readAll({ stdin }: Process, mostCharacters: number): Promise<string> {
  let text = '';
  stdin.setEncoding('utf8');
  for await (const chunk of stdin) {
    text += chunk;
    if (text.length >= mostCharacters) break;
  }
  return text.slice(0, mostCharacters);
}

async function askYesOrNo({ stdin, stderr }: Process, question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline');
  const reader = createInterface({ input: stdin, output: stderr });
  return new Promise((resolve) => {
    reader.on('close', () => resolve(false));
    reader.question(`${question} [y/N] `, (answer) => {
      resolve(/^y(es)?$/i.test(answer.trim()));
      reader.close();
    });
  });
}
