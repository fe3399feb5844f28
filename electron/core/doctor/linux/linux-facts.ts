import { readSystemPorts } from '../../free-ports/system-ports.ts';
import { know, type SystemFacts } from '../system-facts.ts';
import { listenersElsewhere } from './other-namespaces.ts';
import { readFirewall } from './read-firewall.ts';
import { readSockets } from './read-sockets.ts';
import { unlistedHolders } from './unlisted-sockets.ts';

export function createLinuxFacts(procRoot = '/proc'): SystemFacts {
  return {
    socketsOn: (port) => readSockets(procRoot, port),
    async keptPorts() {
      const ports = await readSystemPorts({ platform: 'linux', privileged: false, procRoot });
      return know({ ...ports, excluded: [] });
    },
    listenersElsewhere: (port) => listenersElsewhere(procRoot, port),
    unlistedHolders: () => unlistedHolders(procRoot),
    firewall: readFirewall,
  };
}
