import { readSystemPorts } from '../../free-ports/system-ports.ts';
import { runCommand } from '../../lib/run-command.ts';
import { know, type SystemFacts, unknown } from '../system-facts.ts';
import { parseApplicationFirewall } from './parse-application-firewall.ts';
import { parseTcpStates } from './parse-tcp-states.ts';

const timeoutMs = 3000;
const firewallTool = '/usr/libexec/ApplicationFirewall/socketfilterfw';

export function createDarwinFacts(): SystemFacts {
  return {
    async socketsOn(port, signal) {
      const { stdout } = await runCommand('netstat', ['-anvW', '-p', 'tcp'], { timeoutMs, signal });
      return know(parseTcpStates(stdout.toString('utf8'), port));
    },
    async keptPorts() {
      return know({ ...(await readSystemPorts({ platform: 'darwin', privileged: false })), excluded: [] });
    },
    listenersElsewhere: async () => know([]),
    unlistedHolders: async () => unknown('macOS does not tell who binds a port without listening'),
    async firewall(_port, signal) {
      const { stdout } = await runCommand(firewallTool, ['--getglobalstate'], { timeoutMs, signal });
      const found = parseApplicationFirewall(stdout.toString('utf8'));
      return found ? know(found) : unknown('the firewall did not say whether it is on');
    },
  };
}
