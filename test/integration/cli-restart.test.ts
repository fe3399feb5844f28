import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listDocumentSchema, restartDocumentSchema } from '../../shared/contract/documents.ts';
import { type BerthRun, berth } from '../helpers/berth.ts';
import { isLinux } from '../helpers/is-linux.ts';
import { endWithTest, launch, ownPort, program, startedWith } from '../helpers/restart-world.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

if (!isLinux) console.warn('SKIPPED: programs are restarted on Linux only.');

const results = (run: BerthRun) => restartDocumentSchema.parse(JSON.parse(run.out)).results;

/** Whoever holds the port by the list of ports, a run of its own. */
async function holderOf(port: number): Promise<number | undefined> {
  const { listeners } = listDocumentSchema.parse(JSON.parse((await berth('ls', '--json')).out));
  return listeners.find((one) => one.port === port)?.owners[0]?.pid;
}

async function server(port: number, file = 'serve-and-stay.mjs') {
  const argv = ['node', program(file), String(port), 'an argument'];
  return launch({ program: process.execPath, argv });
}

describe.skipIf(!isLinux)('berth restart', () => {
  it('brings the port back with a program that survives it', async () => {
    const port = await ownPort();
    const first = await server(port);
    const before = startedWith(first.pid);
    const run = await berth('restart', String(port), '--json');
    const [result] = results(run);
    endWithTest(result?.process?.pid);
    expect(run).toMatchObject({ exitCode: 0, messages: '' });
    expect(result).toMatchObject({ port, outcome: 'back' });
    expect(await holderOf(port)).toBe(result?.process?.pid);
    expect(result?.process?.pid).not.toBe(first.pid);
    expect(startedWith(result?.process?.pid ?? 0)).toEqual(before);
  });

  it('says in a sentence that the port is back', async () => {
    const port = await ownPort();
    await server(port);
    const run = await berth('restart', String(port));
    endWithTest(await holderOf(port));
    expect(run).toMatchObject({ exitCode: 0, messages: '' });
    expect(run.out).toMatch(new RegExp(`^node \\(pid \\d+\\) is back on ${port} after \\d+\\.\\d s\\.\\n$`));
  });

  it('keeps what the program prints, for its user alone', async () => {
    const port = await ownPort();
    await server(port);
    const [result] = results(await berth('restart', String(port), '--json'));
    endWithTest(result?.process?.pid);
    const folder = path.join(process.env.BERTH_DATA ?? '', 'output');
    const [name] = (await readdir(folder)).filter((one) => one.startsWith(`${result?.process?.pid}-`));
    expect(await readFile(path.join(folder, name ?? ''), 'utf8')).toContain(`"port":${port}`);
  });

  it('answers 1 with the last lines when the program does not come back', async () => {
    const port = await ownPort();
    const file = path.join(await temporaryFolder(), 'was-here');
    const argv = ['node', program('serve-how.mjs'), String(port), file, 'exit'];
    await launch({ program: process.execPath, argv });
    const run = await berth('restart', String(port));
    expect(run.exitCode).toBe(1);
    expect(run.out).toMatch(
      /^node \(pid \d+\) ended with exit code 3 after [^\n]+\n {2}once is enough \\x1b\[31m\n$/,
    );
  });

  it('answers 1 and ends nothing when the program cannot be started again', async () => {
    const port = await ownPort();
    const first = await launch({
      program: process.execPath,
      argv: ['node', program('serve-and-stay.mjs'), String(port)],
      env: ['NODE_CHANNEL_FD=', `PATH=${process.env.PATH}`],
    });
    const run = await berth('restart', String(port), '--json');
    expect(run.exitCode).toBe(1);
    expect(results(run)).toMatchObject([{ outcome: 'refused', process: null }]);
    expect(await holderOf(port)).toBe(first.pid);
  });

  it('answers 1 when nothing listens on the port', async () => {
    const port = await ownPort();
    const run = await berth('restart', String(port), '--json');
    expect(run.exitCode).toBe(1);
    expect(results(run)[0]?.message).toBe(`Nothing listens on port ${port}, so there is nothing to restart.`);
  });

  it.each([
    [['restart'], 'berth restart: which port?'],
    [['restart', '1', '2'], 'berth restart: "2" is too much'],
  ])('does not understand %j', async (words, message) => {
    const run = await berth(...words);
    expect(run).toMatchObject({ exitCode: 2, out: '' });
    expect(run.messages).toContain(message);
  });
});
