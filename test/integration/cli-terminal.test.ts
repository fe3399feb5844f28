import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cliFile, finish } from '../helpers/berth.ts';
import { hold, type StartedProgram, startProgram } from '../helpers/hold-ports.ts';
import { python } from '../helpers/start-python.ts';

const started: StartedProgram[] = [];
const keep = <P extends StartedProgram>(program: P): P => {
  started.push(program);
  return program;
};

afterEach(async () => {
  await Promise.all(started.splice(0).map((program) => program.stop()));
});

function berthInTerminal(columns: number, ...args: readonly string[]): StartedProgram {
  const file = path.resolve(import.meta.dirname, '../programs/in_terminal.py');
  return keep(startProgram(python, ['-u', file, String(columns), process.execPath, cliFile, ...args]));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
const withoutColours = (text: string) => text.replace(/\x1b\[\d+m/g, '');

describe.skipIf(process.platform === 'win32')('berth in a terminal', () => {
  it('cuts the table to the width of the terminal', async () => {
    keep(await hold('tcp:127.0.0.1:0'));
    const { out } = await finish(berthInTerminal(50, 'ls'));
    const [title = '', ...rows] = withoutColours(out).split('\r\n');
    expect(title).toContain('PORT');
    for (const row of rows.filter((line) => /^ *\d+ +(tcp|udp)/.test(line)))
      expect(row.length).toBeLessThanOrEqual(50);
  });

  it('asks before more than the obvious, and ends nothing after Enter alone', async () => {
    const holder = keep(await hold('tcp:127.0.0.1:0', 'tcp:127.0.0.1:0'));
    const program = berthInTerminal(100, 'kill', String(holder.ports[0]));
    const run = finish(program);
    await shown(program, '[y/N]');
    program.child.stdin.write('\n');
    expect((await run).exitCode).toBe(1);
    expect(holder.hasEnded()).toBe(false);
  });

  it('ends it after yes', async () => {
    const holder = keep(await hold('tcp:127.0.0.1:0', 'tcp:127.0.0.1:0'));
    const program = berthInTerminal(100, 'kill', String(holder.ports[0]));
    const run = finish(program);
    await shown(program, '[y/N]');
    program.child.stdin.write('y\n');
    expect((await run).exitCode).toBe(0);
    expect(holder.hasEnded()).toBe(true);
  });

  it('takes Ctrl-C at the question for no', async () => {
    const holder = keep(await hold('tcp:127.0.0.1:0', 'tcp:127.0.0.1:0'));
    const program = berthInTerminal(100, 'kill', String(holder.ports[0]));
    const run = finish(program);
    await shown(program, '[y/N]');
    program.child.stdin.write('\x03');
    expect((await run).exitCode).toBe(1);
    expect(holder.hasEnded()).toBe(false);
  });
});

/** Resolves once the terminal has shown this. */
function shown({ child }: StartedProgram, text: string): Promise<void> {
  return new Promise((resolve) => {
    let seen = '';
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk;
      if (seen.includes(text)) resolve();
    });
  });
}
