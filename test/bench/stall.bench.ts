import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../electron/core/lib/clock.ts';
import { readBootTime } from '../../electron/core/lib/linux-boot-time.ts';
import { openLocalFeed } from '../../electron/core/monitor/open-local-feed.ts';
import { openWorkerFeed } from '../../electron/core/monitor/open-worker-feed.ts';
import { createPortScanner } from '../../electron/core/monitor/port-scanner.ts';
import { inOwnNamespaces } from './in-own-namespaces.ts';
import { percentile } from './measure.ts';
import { scenes } from './scenes.ts';
import { startHelper } from './start-helper.ts';

/** How long the thread that owns the window or the server stands still during one scan. */
const self = fileURLToPath(import.meta.url);
const workerFile = path.resolve('dist/node/scan-worker.js');
const rounds = 30;

if (process.argv[2] === undefined) inOwnNamespaces(self, ['1000', '10000']);
else await measureStall(Number(process.argv[2]));

interface Way {
  readonly name: string;
  run(): Promise<unknown>;
}

async function measureStall(listeners: number): Promise<void> {
  const scene = scenes.find(({ load }) => load.listeners === listeners);
  if (!scene) throw new Error(`no scene with ${listeners} listeners`);
  spawnSync('ip', ['link', 'set', 'lo', 'up']);
  const load = startHelper('listen_load.py', JSON.stringify(scene.load));
  await load.nextLine();

  const start = { platform: 'linux', bootTimeMs: readBootTime() } as const;
  const log = { info() {}, warn: console.error, error: (message: string) => message };
  const ignore = () => undefined;
  const worker = openWorkerFeed({ workerFile, start, clock: systemClock, log })(ignore);
  const local = openLocalFeed(createPortScanner(start, Number.POSITIVE_INFINITY), systemClock)(ignore);

  console.log(`\n${scene.name}: longest stall of the calling thread in one scan, ${rounds} rounds`);
  print('first scan in the worker', [await stallDuring(() => worker.scanNow())]);
  print('first scan on the thread', [await stallDuring(() => local.scanNow())]);
  const ways: readonly Way[] = [
    { name: 'nothing', run: () => setTimeout(20) },
    { name: 'scan in the worker', run: () => worker.scanNow() },
    { name: 'scan on the thread', run: () => local.scanNow() },
    { name: 'ss -H -tlnp, started and read', run: () => readTool('ss', ['-H', '-tlnp']) },
  ];
  const stalls = new Map(ways.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of ways) stalls.get(name)?.push(await stallDuring(run));
  }
  for (const [name, all] of stalls) print(name, all);
  await Promise.all([worker.close(), local.close()]);
  load.stop();
}

/** Milliseconds. A reset drops the interval in progress, so the work starts a few intervals later. */
async function stallDuring(run: () => Promise<unknown>): Promise<number> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await setTimeout(10);
  histogram.reset();
  await setTimeout(5);
  await run();
  await setTimeout(5);
  histogram.disable();
  return Math.max(0, histogram.max / 1e6 - 1);
}

function print(name: string, stalls: readonly number[]): void {
  const at = (share: number) => percentile(stalls, share).toFixed(2).padStart(7);
  console.log(`${name.padEnd(32)} median ${at(0.5)} ms   90th percentile ${at(0.9)} ms`);
}

function readTool(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    let lines = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      lines += chunk.toString('latin1').split('\n').length;
    });
    child.on('close', () => resolve(lines));
  });
}
