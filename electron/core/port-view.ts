import type { Listener } from '../../shared/contract/ports.ts';
import type { Snapshot } from '../../shared/contract/snapshot.ts';
import { PortsUnreadableError } from './core.ts';
import type { HeldPort, Holder, PortView } from './processes/port-view.ts';

/** What the processes area needs to know of ports, from scans: a new one for every question about a port. */
export function createPortView(refresh: () => Promise<Snapshot>, latest: () => Snapshot): PortView {
  return {
    async holders(port, protocol) {
      const snapshot = await refresh();
      if (snapshot.source.state === 'failing') {
        throw new PortsUnreadableError(snapshot.source.lastError ?? 'no source answers');
      }
      return holdersIn(snapshot, (one) => one.port === port && one.protocol === protocol);
    },
    async listenersOf(pids) {
      return listenersOf(latest(), pids);
    },
  };
}

function listenersOf(snapshot: Snapshot, pids: readonly number[]): readonly HeldPort[] {
  const keys = new Set(snapshot.processes.filter(({ pid }) => pids.includes(pid)).map(({ key }) => key));
  return snapshot.listeners
    .filter(({ owners }) => owners.some((owner) => keys.has(owner)))
    .map((listener) => ({
      protocol: listener.protocol,
      address: listener.address,
      port: listener.port,
      holders: holdersIn(snapshot, (one) => one.id === listener.id),
    }));
}

function holdersIn(snapshot: Snapshot, isMeant: (listener: Listener) => boolean): readonly Holder[] {
  const listeners = snapshot.listeners.filter(isMeant);
  const keys = new Set(listeners.flatMap((listener) => listener.owners));
  const visible = snapshot.processes
    .filter((process) => keys.has(process.key))
    // 1970 stands for a start that was not read yet.
    .map(({ pid, startTime, name }) => ({
      hidden: false as const,
      pid,
      startTime: Date.parse(startTime) || null,
      name,
    }));
  const hidden = listeners
    .filter((listener) => listener.ownersHidden)
    .map((listener) => ({ hidden: true as const, user: listener.socketUser }));
  return [...visible, ...hidden];
}
