import { runCommand } from '../../lib/run-command.ts';
import { parseLaunchctlList } from './parse-launchctl-list.ts';
import { type OpenedFiles, parseLsofFiles } from './parse-lsof-files.ts';
import { parsePsArguments } from './parse-ps-arguments.ts';
import { type PsProcess, parsePsList } from './parse-ps-list.ts';

/** Paths of the tools, changed only where another program stands in for them. */
export interface DarwinProcessTools {
  readonly ps: string;
  readonly lsof: string;
  readonly launchctl: string;
  readonly id: string;
  /** Milliseconds until a tool that hangs is killed. */
  readonly timeoutMs: number;
}

export const darwinProcessTools: DarwinProcessTools = {
  ps: '/bin/ps',
  lsof: '/usr/sbin/lsof',
  launchctl: '/bin/launchctl',
  id: '/usr/bin/id',
  timeoutMs: 5_000,
};

// English dates, in UTC where no hour comes twice. ps writes every letter that its LC_CTYPE does not know as `M-C`,
// and LC_ALL would outdo both.
const env = { TZ: 'UTC', LC_ALL: '', LC_TIME: 'C', LC_CTYPE: 'en_US.UTF-8' };
const listColumns = 'pid=,stat=,lstart=,ppid=,uid=,comm=';
/** More pids than this and it is cheaper to list every process. */
const manyPids = 500;

// See run-lsof.ts of the ports: lsof sweeps all descriptors up to the limit that Node raised.
const withFewDescriptors = 'ulimit -n 256; exec "$0" "$@"';

/** Null stands for all processes. Throws when ps cannot be run. */
export async function listProcesses(
  { ps, timeoutMs }: DarwinProcessTools,
  pids: readonly number[] | null,
): Promise<readonly PsProcess[]> {
  if (pids?.length === 0) return [];
  const chosen = pids === null || pids.length > manyPids ? ['-ax'] : ['-p', pids.join(',')];
  const { stdout } = await runCommand(ps, ['-ww', '-o', listColumns, ...chosen], { timeoutMs, env });
  const processes = parsePsList(stdout.toString('utf8'));
  if (pids === null || pids.length <= manyPids) return processes;
  const wanted = new Set(pids);
  return processes.filter(({ pid }) => wanted.has(pid));
}

export async function listArguments(
  { ps, timeoutMs }: DarwinProcessTools,
  pids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (pids.length === 0) return new Map();
  const args = ['-ww', '-o', 'pid=,args=', '-p', pids.join(',')];
  const { stdout } = await runCommand(ps, args, { timeoutMs, env });
  return parsePsArguments(stdout.toString('utf8'));
}

/** Working folder and executable. Empty where lsof fails: other users' processes are hidden from it anyway. */
export async function listFiles(
  { lsof, timeoutMs }: DarwinProcessTools,
  pids: readonly number[],
): Promise<ReadonlyMap<number, OpenedFiles>> {
  if (pids.length === 0) return new Map();
  const args = ['-nP', '-w', '-b', '-a', '-d', 'cwd,txt', '-p', pids.join(','), '-Fpfn0'];
  const shellArgs = ['-c', withFewDescriptors, lsof, ...args];
  return runCommand('/bin/sh', shellArgs, { timeoutMs }).then(
    ({ stdout }) => parseLsofFiles(stdout.toString('utf8')),
    () => new Map(),
  );
}

/** Labels of the services of this user, and as root those of the system. Empty where launchctl fails. */
export async function listServices({
  launchctl,
  timeoutMs,
}: DarwinProcessTools): Promise<ReadonlyMap<number, string>> {
  return runCommand(launchctl, ['list'], { timeoutMs }).then(
    ({ stdout }) => parseLaunchctlList(stdout.toString('utf8')),
    () => new Map(),
  );
}
