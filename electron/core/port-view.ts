import type { Protocol } from '../../shared/contract/ports.ts';
import type { Snapshot } from '../../shared/contract/snapshot.ts';
import { PortsUnreadableError } from './core.ts';
import type { Holder, PortView } from './processes/port-view.ts';

/** What the processes area needs to know of ports, from scans made for every question. */
export function createPortView(refresh: () => Promise<Snapshot>): PortView {
  return {
    async holders(port, protocol) {
      const snapshot = await refresh();
      if (snapshot.source.state === 'failing') {
        throw new PortsUnreadableError(snapshot.source.lastError ?? 'no source answers');
      }
      return holdersIn(snapshot, port, protocol);
    },
  };
}

function holdersIn(snapshot: Snapshot, port: number, protocol: Protocol): readonly Holder[] {
  const listeners = snapshot.listeners.filter((one) => one.port === port && one.protocol === protocol);
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
