import { runCommand } from '../../lib/run-command.ts';
import type { FamilyReader } from '../family-reader.ts';
import { type DarwinProcessTools, darwinProcessTools } from './darwin-process-tools.ts';
import { parsePsFamily } from './parse-ps-family.ts';

// English dates in UTC, as for the process list.
const env = { TZ: 'UTC', LC_ALL: '', LC_TIME: 'C', LC_CTYPE: 'en_US.UTF-8' };

/** One ps over all processes. */
export function createDarwinFamilyReader(tools: DarwinProcessTools = darwinProcessTools): FamilyReader {
  return {
    async list() {
      const args = ['-ax', '-ww', '-o', 'pid=,ppid=,pgid=,stat=,tty=,lstart=,comm='];
      const { stdout } = await runCommand(tools.ps, args, { timeoutMs: tools.timeoutMs, env });
      return parsePsFamily(stdout.toString('utf8'));
    },
  };
}
