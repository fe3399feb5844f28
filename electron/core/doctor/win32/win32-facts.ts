import { readSystemPorts } from '../../free-ports/system-ports.ts';
import { runCommand } from '../../lib/run-command.ts';
import { know, type SystemFacts, unknown } from '../system-facts.ts';
import { parseCurrentProfile } from './parse-current-profile.ts';
import { parseExcludedRanges } from './parse-excluded-ranges.ts';
import { parseTcpStates } from './parse-tcp-states.ts';

const timeoutMs = 5000;

export function createWin32Facts(): SystemFacts {
  const netsh = async (args: readonly string[], signal: AbortSignal) =>
    (await runCommand('netsh', args, { timeoutMs, signal })).stdout.toString('latin1');
  const excluded = async (version: 'ipv4' | 'ipv6', signal: AbortSignal) =>
    parseExcludedRanges(
      await netsh(['interface', version, 'show', 'excludedportrange', 'protocol=tcp'], signal),
    );
  return {
    async socketsOn(port, signal) {
      const { stdout } = await runCommand('netstat', ['-ano'], { timeoutMs, signal });
      return know(parseTcpStates(stdout.toString('latin1'), port));
    },
    async keptPorts(signal) {
      const ports = await readSystemPorts({ platform: 'win32', privileged: false });
      const ranges = await Promise.all([excluded('ipv4', signal), excluded('ipv6', signal).catch(() => [])]);
      return know({ ...ports, excluded: ranges.flat() });
    },
    listenersElsewhere: async () => unknown('Windows does not show what listens inside WSL'),
    unlistedHolders: async () => unknown('Windows does not tell who binds a port without listening'),
    async firewall(_port, signal) {
      const found = parseCurrentProfile(await netsh(['advfirewall', 'show', 'currentprofile'], signal));
      return found ? know(found) : unknown('the firewall did not say whether it is on');
    },
  };
}
