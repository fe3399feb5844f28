import { isStopped, parseProcessStat } from '../../lib/linux-process-stat.ts';
import { ProcFiles } from './proc-files.ts';

/** True for a process that was stopped (SIGSTOP, Ctrl-Z) and was not continued. */
export async function isStoppedOnLinux(pid: number, procRoot = '/proc'): Promise<boolean> {
  const content = new ProcFiles(procRoot).read(pid, 'stat');
  const stat = content && parseProcessStat(content.toString('latin1'));
  return stat !== null && isStopped(stat);
}
