import { existsSync, readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { runCommand } from '../../../electron/core/lib/run-command.ts';

const wrk = '/usr/bin/wrk';
export const hasWrk = existsSync(wrk);

/** Asks for one address over and over on that many connections. Gives the number of answers. */
export async function load(url: string, connections: number, seconds: number): Promise<number> {
  if (!hasWrk) return loadFromHere(url, connections, seconds);
  // The server has the first processor for itself.
  const args = ['-c', '1', wrk, '-t1', `-c${connections}`, `-d${seconds}s`, url];
  const { stdout } = await runCommand('taskset', args, { timeoutMs: seconds * 1000 + 10_000 });
  const text = stdout.toString('utf8');
  const failed = /Non-2xx|Socket errors/.exec(text);
  if (failed !== null) throw new Error(`${url}: ${text}`);
  return Number(/(\d+) requests in/.exec(text)?.[1]);
}

async function loadFromHere(url: string, connections: number, seconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = Date.now() + seconds * 1000;
  let answers = 0;
  const client = async () => {
    while (Date.now() < end) {
      await getOnce(url, agent);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  agent.destroy();
  return answers;
}

function getOnce(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => response.resume().once('end', resolve)).once('error', reject);
  });
}

const ticksPerSecond = 100;

/** Milliseconds of processor time of a process, with its children that run. */
export function processorTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const own = ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
  const pids = children === '' ? [] : children.split(' ').map(Number);
  return pids.reduce((sum, child) => sum + processorTime(child), own);
}
