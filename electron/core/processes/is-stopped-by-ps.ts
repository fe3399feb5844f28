import { runCommand } from '../lib/run-command.ts';

/** Asks ps, for systems without /proc. What ps cannot tell counts as running. */
export async function isStoppedByPs(pid: number): Promise<boolean> {
  try {
    const { stdout } = await runCommand('ps', ['-o', 'state=', '-p', String(pid)], { timeoutMs: 2000 });
    return stdout.toString('latin1').trim().startsWith('T');
  } catch {
    return false;
  }
}
