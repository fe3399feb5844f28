import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Core } from '../../electron/core/core.ts';
import { createCore } from '../../electron/core/create-core.ts';
import { systemClock } from '../../electron/core/lib/clock.ts';
import { forkNodeProgram } from '../../electron/core/lib/fork-node-program.ts';
import { runCommand } from '../../electron/core/lib/run-command.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { percentile } from './measure.ts';

/**
 * Time from the request until the answer, for a plain server, next to the packages kill-port and fkill, all in one run and
 * in turns. `answer` is when the tool says that it is done; `port free` is when the port can be bound. Berth answers later
 * than the port is free, because it watches whether somebody takes it again.
 */
const rounds = 15;
const serverScript = "require('net').createServer().listen(Number(process.argv[1]),'127.0.0.1')";
const inTerminal = path.resolve('test/programs/in_terminal.py');

type Kill = (port: number) => Promise<unknown>;
interface Approach {
  readonly name: string;
  readonly kill: Kill;
  readonly isInTerminal: boolean;
}
interface Times {
  readonly answer: number;
  readonly free: number;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'berth-bench-'));
  const core = createCore({
    version: '0.0.0',
    platform: 'linux',
    dataFolder: folder,
    clock: systemClock,
    log: new SilentLog(),
    scanWorkerFile: null,
    folderProgramFile: '',
    startNodeProgram: forkNodeProgram,
  });
  try {
    const berth: Kill = (port) => killWithBerth(core, port);
    const approaches: Approach[] = [
      { name: 'Berth, server in a terminal', kill: berth, isInTerminal: true },
      { name: 'Berth, server of a program', kill: berth, isInTerminal: false },
      ...(await others(folder)).map((one) => ({ ...one, isInTerminal: true })),
    ];
    report(await measureAll(core, approaches));
  } finally {
    await core.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The request holds what a person saw: the list is read before the time starts. */
async function killWithBerth(core: Core, port: number): Promise<void> {
  const { listeners, processes } = core.snapshot();
  const keys = listeners.filter((one) => one.port === port).flatMap((one) => one.owners);
  const owners = processes
    .filter(({ key }) => keys.includes(key))
    .map(({ pid, startTime }) => ({ pid, startTime }));
  const { results } = await core.kill(
    { targets: [{ port, protocol: 'tcp', owners }], force: false },
    new AbortController().signal,
  );
  if (results[0]?.outcome !== 'freed') throw new Error(`Berth: ${results[0]?.message}`);
}

/** Installed for this run only. A line says so when they cannot be had. */
async function others(folder: string): Promise<readonly { readonly name: string; readonly kill: Kill }[]> {
  try {
    const args = [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--prefix',
      folder,
      'kill-port',
      'fkill',
    ];
    const { exitCode, stderr } = await runCommand('npm', args, { timeoutMs: 120_000 });
    if (exitCode !== 0) throw new Error(stderr.toString('utf8').trim().split('\n').at(-1));
    const killPort = await importFrom(folder, 'kill-port/index.js');
    const fkill = await importFrom(folder, 'fkill/index.js');
    return [
      { name: 'kill-port (SIGKILL)', kill: (port) => killPort(port, 'tcp') },
      { name: 'fkill, waiting for exit', kill: (port) => fkill(`:${port}`, { waitForExit: 5000 }) },
    ];
  } catch (error) {
    console.log(
      `kill-port and fkill could not be installed, so they are left out: ${(error as Error).message}`,
    );
    return [];
  }
}

async function importFrom(folder: string, file: string): Promise<(...args: unknown[]) => Promise<unknown>> {
  const { default: found } = await import(pathToFileURL(path.join(folder, 'node_modules', file)).href);
  return found;
}

async function measureAll(
  core: Core,
  approaches: readonly Approach[],
): Promise<ReadonlyMap<string, readonly Times[]>> {
  const times = new Map<string, Times[]>(approaches.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const approach of approaches) {
      const measured = await measureOne(core, approach);
      if (round >= 0) times.get(approach.name)?.push(measured);
    }
  }
  return times;
}

async function measureOne(core: Core, { kill, isInTerminal }: Approach): Promise<Times> {
  const port = await freePort();
  const stop = startServer(port, isInTerminal);
  try {
    while (!isListening(port)) await pause(20);
    await pause(100);
    await core.refresh();
    const start = performance.now();
    const answered = kill(port).then(() => performance.now() - start);
    while (isListening(port)) await pause(1);
    const free = performance.now() - start;
    return { answer: await answered, free };
  } finally {
    stop();
  }
}

/** Read, not bound: whoever binds the port for a moment would be seen as its new owner. */
function isListening(port: number): boolean {
  const local = ` 0100007F:${port.toString(16).toUpperCase().padStart(4, '0')} 00000000:0000 0A `;
  return readFileSync('/proc/net/tcp', 'latin1').includes(local);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The returned function ends what is left of it. */
function startServer(port: number, isInTerminal: boolean): () => void {
  const words = [process.execPath, '-e', serverScript, String(port)];
  if (!isInTerminal) {
    const server = spawn(words[0] ?? '', words.slice(1), { stdio: 'ignore' });
    return () => void server.kill('SIGKILL');
  }
  const shell = ['80', 'bash', '--norc', '-i'];
  const terminal = spawn('python3', [inTerminal, ...shell], { stdio: ['pipe', 'ignore', 'ignore'] });
  terminal.stdin.write(`${words.map((word) => `"${word}"`).join(' ')}\n`);
  return () => void terminal.kill('SIGKILL');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function report(times: ReadonlyMap<string, readonly Times[]>): void {
  console.log(`${rounds} rounds, medians from the request on`);
  for (const [name, all] of times) {
    const median = (pick: (one: Times) => number) => percentile(all.map(pick), 0.5).toFixed(0).padStart(5);
    console.log(
      `${name.padEnd(28)} answer ${median((one) => one.answer)} ms   port free ${median((one) => one.free)} ms`,
    );
  }
}

if (process.platform === 'linux') await main();
else console.log('This benchmark reads /proc, so it runs on Linux only.');
