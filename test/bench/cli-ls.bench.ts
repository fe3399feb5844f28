import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';

/**
 * Whole processes: `node dist/node/cli.js ls` against `ss -tlnp` and against a Node that does nothing, taken in turns so
 * that all see the same weather. CPU is user and system time of the process as the kernel counts it, children included.
 */
const rounds = 40;
const listeners = 20;

const programs = {
  'ss -tlnp': ['ss', '-tlnp'],
  'node, doing nothing': [process.execPath, '-e', '0'],
  'berth ls': [process.execPath, path.resolve('dist/node/cli.js'), 'ls'],
  'berth ls --json': [process.execPath, path.resolve('dist/node/cli.js'), 'ls', '--json'],
} as const;

interface Cost {
  readonly wallMs: number;
  readonly cpuMs: number;
}

async function main(): Promise<void> {
  const servers = await Promise.all(Array.from({ length: listeners }, listen));
  const costs = new Map<string, Cost[]>();
  for (let round = -3; round < rounds; round += 1) {
    for (const [name, command] of Object.entries(programs)) {
      const cost = await measure(command);
      if (round >= 0) costs.set(name, [...(costs.get(name) ?? []), cost]);
    }
  }
  for (const server of servers) server.close();
  report(costs);
}

function listen(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });
}

/** The children of this process are only those measured, one at a time, so their sum tells the cost of the last one. */
function measure([program, ...args]: readonly string[]): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const cpuBefore = childrenCpuMs();
    const start = performance.now();
    const child = spawn(program ?? '', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.resume();
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`${program} ${args.join(' ')} ended with ${code}`));
      else resolve({ wallMs: performance.now() - start, cpuMs: childrenCpuMs() - cpuBefore });
    });
  });
}

/** Fields 16 and 17 of /proc/self/stat: ticks of a hundredth of a second of children that were waited for. */
function childrenCpuMs(): number {
  const text = readFileSync('/proc/self/stat', 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

function report(costs: ReadonlyMap<string, readonly Cost[]>): void {
  const base = summary(costs.get('ss -tlnp') ?? []);
  console.log(`${listeners} listeners more than before, ${rounds} rounds, wall: median, CPU: mean`);
  for (const [name, all] of costs) {
    const { wallMs, cpuMs } = summary(all);
    console.log(
      `${name.padEnd(20)} wall ${wallMs.toFixed(1).padStart(6)} ms (${(wallMs / base.wallMs).toFixed(2)})` +
        `   CPU ${cpuMs.toFixed(1).padStart(6)} ms (${(cpuMs / base.cpuMs).toFixed(2)})`,
    );
  }
}

function summary(costs: readonly Cost[]): Cost {
  const walls = costs.map((cost) => cost.wallMs).sort((a, b) => a - b);
  const cpu = costs.reduce((sum, cost) => sum + cost.cpuMs, 0) / costs.length;
  return { wallMs: walls[Math.floor(walls.length / 2)] ?? 0, cpuMs: cpu };
}

await main();
