import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../../electron/core/lib/run-command.ts';
import { percentile } from './measure.ts';
import { hasWrk, load, processorTime } from './serve/load.ts';
import { runServer, type ServerName, serverNames } from './serve/static-servers.ts';

/**
 * What an answer costs: processor time of the server for each request, and requests a second, for Berth and other static
 * servers, in turns within one run. The server has one processor, the load another.
 */
const rounds = 5;
const seconds = 2;
const nginx = '/usr/sbin/nginx';

interface Scene {
  readonly name: string;
  readonly target: string;
  readonly connections: number;
  /** The ratio of processor time to this server must stay below. */
  readonly against: ServerName;
  readonly left: readonly string[];
}

const scenes: readonly Scene[] = [
  { name: '2 KB file', target: '/small.txt', connections: 32, against: 'sirv', left: [] },
  { name: '1 MB file', target: '/large.bin', connections: 8, against: 'sirv', left: [] },
  { name: 'listing of 200', target: '/many/', connections: 16, against: 'serve-handler', left: ['sirv'] },
];

interface Running {
  readonly name: string;
  readonly port: number;
  readonly process: ChildProcess;
}

interface Figures {
  /** Microseconds for each request. */
  readonly cpu: number[];
  readonly perSecond: number[];
}

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'berth-bench-'));
  const running: Running[] = [];
  try {
    await chmod(folder, 0o755);
    const root = makeSite(folder);
    running.push(...(await startAll(folder, root)));
    if (!hasWrk) console.log('wrk is not installed (Debian: apt-get install wrk): the load comes from Node.');
    for (const scene of scenes) await runScene(scene, running);
  } finally {
    for (const one of running) one.process.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

function makeSite(folder: string): string {
  const root = path.join(folder, 'site');
  mkdirSync(path.join(root, 'many'), { recursive: true });
  writeFileSync(path.join(root, 'small.txt'), 'x'.repeat(2048));
  writeFileSync(path.join(root, 'large.bin'), Buffer.alloc(1024 * 1024, 7));
  for (let index = 0; index < 200; index++) {
    const name = path.join(root, 'many', `chapter-${index}`);
    if (index % 10 === 0) mkdirSync(name);
    else writeFileSync(`${name}.html`, 'x'.repeat(index * 10));
  }
  return root;
}

async function startAll(folder: string, root: string): Promise<Running[]> {
  const hasPackages = await install(folder);
  const names = serverNames.filter((name) => hasPackages || name === 'Berth');
  const started = await Promise.all(names.map((name) => startNode(name, root, folder)));
  if (existsSync(nginx)) started.push(await startNginx(folder, root));
  else console.log('nginx is not installed (Debian: apt-get install nginx-light), so it is left out.');
  return started;
}

/** Installed for this run only. A line says so when they cannot be had. */
async function install(folder: string): Promise<boolean> {
  const packages = ['sirv@3', 'serve-handler@6', 'http-server@14'];
  const options = ['--no-save', '--no-audit', '--no-fund', '--prefix', folder];
  const { exitCode, stderr } = await runCommand('npm', ['install', ...options, ...packages], {
    timeoutMs: 120_000,
  });
  if (exitCode === 0) return true;
  console.log(
    `The other servers could not be installed: ${stderr.toString('utf8').trim().split('\n').at(-1)}`,
  );
  return false;
}

/** This very file, told to be a server. */
async function startNode(name: ServerName, root: string, packages: string): Promise<Running> {
  const words = ['-c', '0', process.execPath, fileURLToPath(import.meta.url), name, root, packages];
  const child = spawn('taskset', words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const line = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  return { name, port: Number(line.value), process: child };
}

async function startNginx(folder: string, root: string): Promise<Running> {
  const port = await freePort();
  const file = path.join(folder, 'nginx.conf');
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const kept = places.map((one) => `${one}_temp_path ${folder}/${one};`).join(' ');
  const server = `server { listen 127.0.0.1:${port}; root ${root}; autoindex on; etag on; }`;
  writeFileSync(
    file,
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr; events {}
     http { access_log off; keepalive_requests 100000000; sendfile on; ${kept} ${server} }`,
  );
  const child = spawn('taskset', ['-c', '0', nginx, '-p', folder, '-c', file], { stdio: 'ignore' });
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { name: 'nginx', port, process: child };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

async function runScene(scene: Scene, all: readonly Running[]): Promise<void> {
  const servers = all.filter(({ name }) => !scene.left.includes(name));
  const figures = new Map(servers.map(({ name }): [string, Figures] => [name, { cpu: [], perSecond: [] }]));
  for (let round = -1; round < rounds; round += 1) {
    for (let turn = 0; turn < servers.length; turn++) {
      const server = servers[(turn + round + 1) % servers.length];
      if (server !== undefined) await measure(scene, server, round < 0 ? null : figures.get(server.name));
    }
  }
  report(scene, figures);
}

async function measure(scene: Scene, server: Running, into: Figures | null | undefined): Promise<void> {
  const pid = server.process.pid ?? 0;
  const before = processorTime(pid);
  const start = performance.now();
  const url = `http://127.0.0.1:${server.port}${scene.target}`;
  const answers = await load(url, scene.connections, into ? seconds : 1);
  const wall = (performance.now() - start) / 1000;
  into?.cpu.push(((processorTime(pid) - before) * 1000) / answers);
  into?.perSecond.push(answers / wall);
}

function report(scene: Scene, figures: ReadonlyMap<string, Figures>): void {
  console.log(`\n${scene.name}, ${scene.connections} connections`);
  const cpuOf = (name: string) => percentile(figures.get(name)?.cpu ?? [], 0.5);
  const base = cpuOf(scene.against);
  for (const [name, { cpu, perSecond }] of figures) {
    const median = percentile(cpu, 0.5);
    const ratio = (median / base).toFixed(2);
    const missed = name === 'Berth' && median > base ? '  MISSED' : '';
    const rate = Math.max(...perSecond).toFixed(0);
    console.log(
      `${name.padEnd(14)} ${median.toFixed(0).padStart(6)} µs   ${ratio.padStart(5)} of ${scene.against}   ${rate.padStart(7)} requests/s${missed}`,
    );
  }
}

const [wanted, root = '', packages = ''] = process.argv.slice(2);
const asked = serverNames.find((name) => name === wanted);
if (asked !== undefined) await runServer(asked, root, packages);
else if (process.platform === 'linux') await main();
else console.log('This benchmark reads /proc, so it runs on Linux only.');
