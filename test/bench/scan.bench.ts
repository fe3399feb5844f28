import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { readBootTime } from '../../electron/core/lib/linux-boot-time.ts';
import { runCommand } from '../../electron/core/lib/run-command.ts';
import { openPortSource } from '../../electron/core/ports/choose-port-source.ts';
import { inOwnNamespaces } from './in-own-namespaces.ts';
import { type Approach, type Cost, measure } from './measure.ts';
import { type Scene, scenes } from './scenes.ts';
import { startHelper } from './start-helper.ts';

const self = fileURLToPath(import.meta.url);
const reference = 'ss -H -tlnp';

if (!isMainThread) await scanOnRequest();
else if (process.argv[2] === undefined) inOwnNamespaces(self, [...scenes.keys()].map(String));
else await measureScene(Number(process.argv[2]));

async function measureScene(index: number): Promise<void> {
  const scene = scenes[index];
  if (scene === undefined) throw new Error(`no scene ${index}`);
  spawnSync('ip', ['link', 'set', 'lo', 'up']);
  const load = startHelper('listen_load.py', JSON.stringify(scene.load));
  await load.nextLine();
  const meter = startHelper('measure_child.py');
  const worker = new Worker(self);
  const ours = await openPortSource({ platform: 'linux', bootTimeMs: readBootTime() });
  const first = await ours.source.scan();

  const tool = (name: string, argv: readonly string[]): Approach => ({
    name,
    run: async () =>
      parsePids((await runCommand(argv[0] ?? '', argv.slice(1), { timeoutMs: 60_000 })).stdout),
    childCpu: async () => Number(await meter.ask(JSON.stringify(argv))),
  });
  const scan: Approach = {
    name: `scan (${ours.source.name})`,
    run: () => ours.source.scan(),
    childCpu: noChild,
  };
  const inWorker: Approach = { name: 'scan in a worker', run: () => scanIn(worker), childCpu: noChild };
  const ss = tool(reference, ['ss', '-H', '-tlnp']);
  const others = [
    tool('netstat -tlnp', ['netstat', '-tlnp']),
    tool('lsof', ['lsof', '-nP', '-w', '-b', '-iTCP', '-sTCP:LISTEN', '-F', 'pcLntT0']),
  ];

  const found = first.changed.filter((socket) => socket.protocol === 'tcp').length;
  console.log(`\n${scene.name}: ${found} TCP sockets found, ${scene.rounds} rounds`);
  await measure([scan, inWorker, ss], 3, 0);
  print(scene, 'at once', await measure([scan, inWorker, ss, ...others], scene.rounds, 0));
  print(scene, 'one a second', await measure([scan, inWorker, ss], 12, 1000));
  await worker.terminate();
  load.stop();
  meter.stop();
}

function print(scene: Scene, pace: string, costs: ReadonlyMap<string, Cost>): void {
  const ss = costs.get(reference);
  if (ss === undefined) return;
  for (const [name, { cpu, wall }] of costs) {
    const ratio = cpu / ss.cpu;
    const target = name.startsWith('scan') ? `  target ${scene.target.toFixed(2)}` : '';
    const columns = [
      pace.padEnd(13),
      name.padEnd(18),
      `CPU ${cpu.toFixed(2).padStart(7)} ms  x ${ratio.toFixed(3)}`,
      `wall ${wall.toFixed(2).padStart(7)} ms  x ${(wall / ss.wall).toFixed(3)}`,
    ];
    console.log(`${columns.join('  ')}${target}${target !== '' && ratio > scene.target ? '  MISSED' : ''}`);
  }
}

async function noChild(): Promise<number> {
  return 0;
}

/** The least that anybody who runs a tool has to do with its output. */
function parsePids(output: Buffer): number {
  return new Set(
    [...output.toString('latin1').matchAll(/pid=(\d+)|\s(\d+)\/|^p(\d+)/gm)].map(([, pid]) => pid),
  ).size;
}

function scanIn(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('message', () => resolve());
    worker.postMessage('scan');
  });
}

/** In the worker: the changes go to the main thread, as in the program itself. */
async function scanOnRequest(): Promise<void> {
  const { source } = await openPortSource({ platform: 'linux', bootTimeMs: readBootTime() });
  parentPort?.on('message', async () => parentPort?.postMessage(await source.scan()));
}
