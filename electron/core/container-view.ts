import type { Listener } from '../../shared/contract/ports.ts';
import type { Process } from '../../shared/contract/processes.ts';
import type { Snapshot } from '../../shared/contract/snapshot.ts';
import type { Containers } from './containers/create-containers.ts';
import type { EngineContainer } from './containers/engine-container.ts';
import type { ContainerOf } from './processes/find-supervision.ts';
import { identityKey } from './processes/identity.ts';
import type { StopContainer } from './processes/stop-supervisor.ts';

/** What the processes area needs to know of containers. */
export interface ContainerView {
  /** Which one a holder of a port is in or leads into. */
  readonly containerOf: ContainerOf;
  readonly stopContainer: StopContainer;
}

export function createContainerView(
  containers: Pick<Containers, 'containerIdOf' | 'find' | 'supervisorOf' | 'stop'>,
  snapshot: () => Snapshot,
): ContainerView {
  /** By the command that a plan shows for it. */
  const shown = new Map<string, EngineContainer>();

  return {
    async containerOf(holder) {
      const { listeners, processes } = snapshot();
      const key = identityKey(holder);
      const owner = processes.find((process) => process.key === key);
      if (!owner) return null;
      for (const listener of listeners.filter((one) => one.owners.includes(key))) {
        const container = await find(containers, listener, owner);
        if (!container) continue;
        const { name, command } = await containers.supervisorOf(container);
        if (!command) continue;
        shown.set(JSON.stringify(command), container);
        return { name: name.replace(/^container /, ''), stopCommand: command };
      }
      return null;
    },

    async stopContainer(command, signal) {
      const container = shown.get(JSON.stringify(command));
      if (!container) return null;
      const { outcome, message } = await containers.stop(container, false, signal);
      return { isStopped: outcome === 'stopped' || outcome === 'not-running', message };
    },
  };
}

/** Each waits for the engine as long as `find` does, a fifth of a second. */
const mostAttempts = 10;

/** An engine that answers slowly is asked again: ending a proxy because nobody answered in time would be wrong. */
async function find(
  containers: Pick<Containers, 'containerIdOf' | 'find'>,
  listener: Listener,
  owner: Process,
): Promise<EngineContainer | null> {
  const question = {
    protocol: listener.protocol,
    address: listener.address,
    port: listener.port,
    owners: [owner],
    ownersHidden: listener.ownersHidden,
    containerId: containers.containerIdOf(owner.pid),
  };
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { container, isFinal } = await containers.find(question);
    if (container || isFinal) return container;
  }
  return null;
}
