import { spawn } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../electron/core/lib/clock.ts';
import { toWireIdentity } from '../../electron/core/processes/identity.ts';
import { killPorts } from '../../electron/core/processes/kill.ts';
import { type KillTiming, killTiming } from '../../electron/core/processes/kill-timing.ts';
import {
  createRestarter,
  type Restarter,
  type RestarterOptions,
} from '../../electron/core/processes/restarter.ts';
import type { KillRequest, KillTarget } from '../../shared/contract/kill.ts';
import { type RestartResult, restartResultSchema } from '../../shared/contract/restart.ts';
import { isAlive, killDependencies, realPorts, realReader } from './linux-kill.ts';
import { python } from './start-python.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A restarter with the real everything and data of its own, for the running test. What it starts ends with the test. */
export async function openRestarter(
  changes: Partial<RestarterOptions> = {},
): Promise<{ readonly restarter: Restarter; readonly folder: string }> {
  const folder = changes.dataFolder ?? (await temporaryFolder());
  const restarter = createRestarter({
    platform: 'linux',
    processes: realReader,
    ports: realPorts,
    clock: systemClock,
    dataFolder: folder,
    ownPid: process.pid,
    kill: killNow,
    supervisorOf: () => null,
    ...changes,
  });
  onTestFinished(() => restarter.close());
  return { restarter, folder };
}

/** Frees ports as Berth does, but does not watch for long who takes them. */
export function killNow(request: KillRequest, signal?: AbortSignal, changes: Partial<KillTiming> = {}) {
  const timing = { ...killTiming, respawnWatchMs: 100, ...changes };
  return killPorts(request, killDependencies({ timing }), { signal });
}

/** What the person sees who restarts this port. */
export async function targetOn(port: number): Promise<KillTarget> {
  const holders = await realPorts.holders(port, 'tcp');
  const pids = holders.flatMap((one) => (one.hidden ? [] : [one.pid]));
  const owners = [...(await realReader.identify(pids)).values()].map(toWireIdentity);
  return { port, protocol: 'tcp', owners };
}

/** Restarts a port; whoever holds it afterwards ends with the test. */
export async function restart(
  restarter: Restarter,
  port: number,
  signal?: AbortSignal,
): Promise<RestartResult> {
  const result = restartResultSchema.parse(await restarter.restart({ target: await targetOn(port) }, signal));
  endWithTest(result.process?.pid);
  for (const { pid } of (await targetOn(port)).owners) endWithTest(pid);
  return result;
}

export function endWithTest(pid: number | undefined): void {
  onTestFinished(() => {
    if (pid !== undefined && pid > 1 && isAlive(pid)) process.kill(pid, 'SIGKILL');
  });
}

/** A port outside of what the system hands out by itself, so that it stays this test's own between two owners. */
export async function ownPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

export interface Launch {
  readonly program: string;
  /** With argv[0]. */
  readonly argv: readonly (string | Buffer)[];
  /** `NAME=value`. */
  readonly env?: readonly (string | Buffer)[];
  readonly cwd?: string;
  readonly umask?: number;
  /** A file to read from; null leaves the pipe from this test. */
  readonly stdin?: string | null;
}

/** Becomes a program with any bytes; resolves with what it says in its first line. It ends with the test. */
export async function launch<T = { pid: number; port: number }>(how: Launch): Promise<T> {
  const file = path.resolve(import.meta.dirname, '../programs/exec_bytes.py');
  const child = spawn(python, ['-I', '-S', file], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(how.cwd === undefined ? {} : { cwd: how.cwd }),
  });
  const hex = (text: string | Buffer) => Buffer.from(text as string).toString('hex');
  child.stdin.write(
    `${JSON.stringify({
      program: how.program,
      argv: how.argv.map(hex),
      env: (how.env ?? [`PATH=${process.env.PATH}`]).map(hex),
      umask: how.umask ?? 0o22,
      stdin: how.stdin === undefined ? '/dev/null' : how.stdin,
    })}\n`,
  );
  child.stdin.on('error', () => undefined);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const line = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  if (line.done) throw new Error(`${how.program} ended without a line`);
  return JSON.parse(line.value) as T;
}

export const program = (name: string) => path.resolve(import.meta.dirname, '../programs', name);

/** What a process was started with, straight from the kernel. */
export function startedWith(pid: number) {
  const folder = `/proc/${pid}`;
  return {
    argv: readFileSync(`${folder}/cmdline`).toString('latin1'),
    environment: readFileSync(`${folder}/environ`).toString('latin1'),
    cwd: readlinkSync(`${folder}/cwd`, 'latin1'),
    executable: readlinkSync(`${folder}/exe`, 'latin1'),
    umask: /^Umask:\t(\d+)$/m.exec(readFileSync(`${folder}/status`, 'latin1'))?.[1],
    signals: readFileSync(`${folder}/status`, 'latin1').match(/^Sig(Ign|Blk):.*$/gm),
  };
}
