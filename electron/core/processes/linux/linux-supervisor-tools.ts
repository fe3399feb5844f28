import { runCommand } from '../../lib/run-command.ts';
import type { SupervisorTools } from '../supervisor-tools.ts';
import { ProcFiles } from './proc-files.ts';

/** The only variables that are looked at: environments hold secrets. */
const markNames = new Set(['SUPERVISOR_PROCESS_NAME', 'SUPERVISOR_GROUP_NAME', 'pm_id', 'name']);

/** Asks /proc and systemctl. */
export function createLinuxSupervisorTools(procRoot = '/proc'): SupervisorTools {
  const files = new ProcFiles(procRoot);
  return {
    marksOf: async (pid) => pickMarks(files.read(pid, 'environ')),
    restartPolicy,
  };
}

function pickMarks(environment: Buffer | null): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const entry of environment?.toString('utf8').split('\0') ?? []) {
    const end = entry.indexOf('=');
    const name = entry.slice(0, end);
    if (end > 0 && markNames.has(name)) marks.set(name, entry.slice(end + 1));
  }
  return marks;
}

async function restartPolicy(unit: string, isUsers: boolean): Promise<string | null> {
  const scope = isUsers ? ['--user'] : [];
  const args = [...scope, 'show', '--property=Restart', '--value', '--', unit];
  try {
    const { stdout, exitCode } = await runCommand('systemctl', args, { timeoutMs: 2000 });
    const policy = stdout.toString('utf8').trim();
    return exitCode === 0 && policy !== '' ? policy : null;
  } catch {
    return null;
  }
}
