import type { ElevatedKill } from '../elevation.ts';
import type { ProcessIdentity } from '../process-reader.ts';
import { writePsDate } from './write-ps-date.ts';

const pollMs = 100;

/**
 * The shell script that ends these processes. Nothing but numbers gets into it, whatever the caller hands in. Looks who
 * has the pid right before every signal, and prints `812 forced` for each process.
 */
export function endScript(kill: Omit<ElevatedKill, 'prompt'>): string {
  const processes = kill.processes.map(checked);
  const anyLeft = processes.map(isIt).join(' || ');
  const asking = kill.force ? [] : [...processes.map(ask), waitWhile(anyLeft, kill.graceMs)];
  return [
    prelude,
    ...processes.map(defineIsIt),
    ...(kill.force ? processes.map(({ pid }) => `r${pid}=asked; ${isIt({ pid })} || r${pid}=gone`) : []),
    ...asking,
    ...processes.map(force),
    waitWhile(anyLeft, kill.forceMs),
    ...processes.map(tell),
    'exit 0',
  ].join('\n');
}

// Run by root, so with system folders only. One process of ps is `Ss   Sat Nov  7 02:33:05 2026`; a zombie has ended.
const prelude = [
  'set -f',
  'PATH=/bin:/usr/bin LC_ALL=C TZ=UTC',
  'export PATH LC_ALL TZ',
  'same() {',
  '  wanted=$2',
  '  set -- $(ps -o stat= -o lstart= -p "$1")',
  '  [ $# -gt 0 ] || return 1',
  '  state=$1',
  '  case $state in Z*) return 1;; esac',
  '  shift',
  '  [ "$*" = "$wanted" ]',
  '}',
].join('\n');

function checked({ pid, startTime }: ProcessIdentity): ProcessIdentity {
  // 0 and 1 are everybody of a group and the system.
  if (!Number.isSafeInteger(pid) || pid <= 1) throw new RangeError(`${pid} is not the pid of one process`);
  if (!Number.isFinite(startTime)) throw new RangeError(`${startTime} is not a start time`);
  return { pid, startTime };
}

function defineIsIt({ pid, startTime }: ProcessIdentity): string {
  return `is${pid}() { same ${pid} '${writePsDate(startTime)}'; }`;
}

function isIt({ pid }: Pick<ProcessIdentity, 'pid'>): string {
  return `is${pid}`;
}

/** A stopped process acts on no signal but force until it is continued. */
function ask({ pid }: ProcessIdentity): string {
  return [
    `r${pid}=gone`,
    `if is${pid}; then`,
    `  if kill -TERM ${pid} 2>/dev/null; then`,
    `    r${pid}=asked`,
    `    case $state in T*) is${pid} && kill -CONT ${pid} 2>/dev/null;; esac`,
    `  elif is${pid}; then r${pid}=denied; fi`,
    'fi',
  ].join('\n');
}

function force({ pid }: ProcessIdentity): string {
  return [
    `if [ $r${pid} = asked ] && is${pid}; then`,
    `  if kill -KILL ${pid} 2>/dev/null; then r${pid}=forced; elif is${pid}; then r${pid}=denied; fi`,
    'fi',
  ].join('\n');
}

function waitWhile(condition: string, forMs: number): string {
  const rounds = Math.max(1, Math.ceil(forMs / pollMs));
  return [
    `n=${rounds}`,
    `while [ $n -gt 0 ] && { ${condition}; }; do sleep ${pollMs / 1000}; n=$((n - 1)); done`,
  ].join('\n');
}

function tell({ pid }: ProcessIdentity): string {
  return `if [ $r${pid} = forced ] && is${pid}; then r${pid}=alive; fi\necho "${pid} $r${pid}"`;
}
