import type { Listener } from '../../shared/contract/ports.ts';
import type { Process } from '../../shared/contract/processes.ts';
import type { Snapshot } from '../../shared/contract/snapshot.ts';
import type { Containers } from './containers/create-containers.ts';
import type { EngineContainer } from './containers/engine-container.ts';
import type { StopOutcome } from './containers/stop-container.ts';
import type { ContainerBehind, ContainerOf, FoundContainer } from './processes/find-supervision.ts';
import { identityKey } from './processes/identity.ts';
import type { StopContainer } from './processes/stop-supervisor.ts';

/** What the processes area needs to know of containers. */
export interface ContainerView {
  /** Which one a holder of a port is in or leads into. */
  readonly containerOf: ContainerOf;
  /** Which one a port leads into whose holder may not be seen. */
  readonly containerBehind: ContainerBehind;
  readonly stopContainer: StopContainer;
}

export function createContainerView(
  containers: Pick<Containers, 'containerIdOf' | 'find' | 'supervisorOf' | 'stop'>,
  snapshot: () => Snapshot,
): ContainerView {
  /** By the command that a plan shows for it. */
  const shown = new Map<string, EngineContainer>();

  async function show(container: EngineContainer | null): Promise<FoundContainer | null> {
    if (!container) return null;
    const { name, command } = await containers.supervisorOf(container);
    if (!command) return null;
    shown.set(JSON.stringify(command), container);
    return { id: container.id, name: name.replace(/^container /, ''), stopCommand: command };
  }

  return {
    async containerOf(holder) {
      const { listeners, processes } = snapshot();
      const key = identityKey(holder);
      const owner = processes.find((process) => process.key === key);
      if (!owner) return null;
      for (const listener of listeners.filter((one) => one.owners.includes(key))) {
        const found = await show(await find(containers, listener, owner));
        if (found) return found;
      }
      return null;
    },

    async containerBehind({ port, protocol }) {
      const { listeners } = snapshot();
      const hidden = listeners.filter(
        (one) =>
          one.port === port && one.protocol === protocol && one.ownersHidden && one.owners.length === 0,
      );
      for (const listener of hidden) {
        const found = await show(await find(containers, listener, null));
        if (found) return found;
      }
      return null;
    },

    async stopContainer(command, signal, force = false) {
      const container = shown.get(JSON.stringify(command));
      if (!container) return null;
      const { outcome, message } = await containers.stop(container, force, signal);
      return { outcome: stopOutcomeOf(outcome), message };
    },
  };
}

/** Each waits for the engine as long as `find` does, a fifth of a second. */
const mostAttempts = 10;

/** An engine that answers slowly is asked again: ending a proxy because nobody answered in time would be wrong. */
async function find(
  containers: Pick<Containers, 'containerIdOf' | 'find'>,
  listener: Listener,
  owner: Process | null,
): Promise<EngineContainer | null> {
  const question = {
    protocol: listener.protocol,
    address: listener.address,
    port: listener.port,
    owners: owner ? [owner] : [],
    ownersHidden: listener.ownersHidden,
    containerId: owner ? containers.containerIdOf(owner.pid) : null,
  };
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const { container, isFinal } = await containers.find(question);
    if (container || isFinal) return container;
  }
  return null;
}

function stopOutcomeOf(outcome: StopOutcome): NonNullable<Awaited<ReturnType<StopContainer>>>['outcome'] {
  switch (outcome) {
    case 'stopped':
    case 'not-running':
      return 'stopped';
    case 'started-again':
      return 'runs-again';
    case 'denied':
      return 'denied';
    case 'failed':
    case 'unknown':
      return 'failed';
  }
}
