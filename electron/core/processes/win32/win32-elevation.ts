import { CommandError, runCommand } from '../../lib/run-command.ts';
import { type Elevation, promptTimeoutMs } from '../elevation.ts';
import { elevateScript } from './elevate-script.ts';
import { parseEndReport } from './end-report.ts';
import { endScript, mostElevated } from './end-script.ts';
import { win32ProcessTools } from './win32-process-reader.ts';

/**
 * Windows asks on its secure desktop whether PowerShell may run the script, which is all that it shows of it. Neither
 * -EncodedCommand nor -ExecutionPolicy Bypass: security software takes those for an attack.
 */
export function createWin32Elevation(powershell = win32ProcessTools(process.env).powershell): Elevation {
  return {
    mostProcesses: mostElevated,
    signals: { ask: 'WM_CLOSE', force: 'TerminateProcess', alwaysAsks: false },
    async end(kill, signal) {
      const script = elevateScript(powershell, endScript(kill));
      const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script];
      const timeoutMs = promptTimeoutMs + kill.graceMs + kill.forceMs * kill.processes.length;
      try {
        const { stdout } = await runCommand(powershell, args, { timeoutMs, ...(signal && { signal }) });
        const pids = kill.processes.map(({ pid }) => pid);
        return parseEndReport(stdout.toString('latin1'), pids);
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        const isUnanswered = error.reason === 'timeout' || error.reason === 'aborted';
        return { kind: 'refused', refusal: isUnanswered ? 'unanswered' : 'failed', detail: error.message };
      }
    },
  };
}
