import { runCommand } from '../../lib/run-command.ts';
import type { FamilyReader } from '../family-reader.ts';
import { parseProcessLines } from './parse-process-lines.ts';
import { processScript } from './process-script.ts';
import { type Win32ProcessTools, win32ProcessTools } from './win32-process-reader.ts';

/** One CIM query over all processes. Windows has neither process groups nor sessions of this kind. */
export function createWin32FamilyReader(
  { powershell, timeoutMs }: Win32ProcessTools = win32ProcessTools(process.env),
): FamilyReader {
  return {
    async list() {
      const script = processScript({ pids: null, withCommand: false, withOwner: false });
      const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script];
      const { stdout } = await runCommand(powershell, args, { timeoutMs });
      return parseProcessLines(stdout.toString('utf8')).processes.map(
        ({ pid, parentPid, name, startTime }) => ({
          pid,
          startTime: startTime ?? 0,
          name,
          parentPid,
          group: null,
          session: null,
          leadsSession: false,
          terminal: null,
        }),
      );
    },
  };
}
