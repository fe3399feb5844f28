// reuse-pids.ts ROUNDS: gives the pid of a process that is being ended to another one right before a signal, and counts
// the others that a signal reached. Needs a pid namespace of its own and the right to choose the next pid.
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { killTiming } from '../../electron/core/processes/kill-timing.ts';
import type { ProcessReader } from '../../electron/core/processes/process-reader.ts';
import { isAlive, kill, realReader, requestFor } from '../helpers/linux-kill.ts';

const timing = { ...killTiming, graceMs: 20, forceMs: 20, respawnWatchMs: 0 };
const port = 3000;
let [reused, strangersHit] = [0, 0];

for (let round = 0; round < Number(process.argv[2]); round += 1) await playRound(round);
console.log(JSON.stringify({ reused, strangersHit }));

async function playRound(round: number): Promise<void> {
  const victim = await startSleep();
  const pid = victim.pid ?? 0;
  const request = await requestFor(port, [pid], round % 2 === 0);
  const startTime = (await realReader.identify([pid])).get(pid)?.startTime ?? 0;
  // The kernel counts start times in hundredths of a second; a process reused within one cannot be told from the first.
  await new Promise((resolve) => setTimeout(resolve, 11));
  let stranger: ChildProcess | null = null;
  let questions = 0;
  const swapping: ProcessReader = {
    ...forward(realReader),
    async identify(pids) {
      questions += 1;
      if (questions === 1 + (round % 3)) {
        await end(victim);
        stranger = await startSleepAs(pid);
      }
      return realReader.identify(pids);
    },
  };
  const holder = { hidden: false as const, pid, startTime, name: 'sleep' };
  let isHeld = true;
  const ports = { holders: async () => (isHeld ? [holder] : []), listenersOf: async () => [] };
  setTimeout(() => (isHeld = false), 30);
  await kill(request, { processes: swapping, ports, timing });
  const other = stranger as ChildProcess | null;
  if (other) {
    reused += 1;
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (other.exitCode !== null || other.signalCode !== null || !isAlive(pid)) strangersHit += 1;
    await end(other);
  }
  await end(victim);
}

function forward(reader: ProcessReader): ProcessReader {
  return {
    identify: (pids) => reader.identify(pids),
    describe: (identities) => reader.describe(identities),
    ancestors: (pid) => reader.ancestors(pid),
    userName: (uid) => reader.userName(uid),
  };
}

/** Other threads may take the pid first, so this tries again until it has it. */
async function startSleepAs(pid: number): Promise<ChildProcess> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    writeFileSync('/proc/sys/kernel/ns_last_pid', String(pid - 1));
    const child = await startSleep();
    if (child.pid === pid) return child;
    await end(child);
  }
  throw new Error(`pid ${pid} could not be had again`);
}

async function startSleep(): Promise<ChildProcess> {
  // Without a controlling pipe it would outlive this program: the namespace ends with its first process.
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  await new Promise((resolve, reject) => child.once('spawn', () => resolve(null)).once('error', reject));
  return child;
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
