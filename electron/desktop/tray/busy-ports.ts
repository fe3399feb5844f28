import type { ServiceKind } from '../../../shared/contract/identity.ts';
import type { Listener, Protocol } from '../../../shared/contract/ports.ts';
import type { Process } from '../../../shared/contract/processes.ts';
import type { Snapshot } from '../../../shared/contract/snapshot.ts';

export type PortGroup = 'yours' | 'served' | 'others';

/** One line of the tray's menu: a port with the addresses on which the same programs hold it. */
export interface BusyPort {
  readonly port: number;
  readonly protocol: Protocol;
  readonly group: PortGroup;
  /** At least one. */
  readonly listeners: readonly Listener[];
  /** Empty where this user may not see them. */
  readonly owners: readonly Process[];
}

/**
 * What is worth a line in a menu, by port. 127.0.0.1 and ::1 of one program are one line, of two programs two. UDP is
 * named only where it belongs to something of the user: the rest is the system's own chatter.
 */
export function busyPorts({ listeners, processes }: Snapshot): readonly BusyPort[] {
  const known = new Map(processes.map((process) => [process.key, process]));
  const groups = new Map<string, { group: PortGroup; listeners: Listener[]; owners: readonly Process[] }>();
  for (const listener of listeners) {
    const key = `${listener.protocol}/${listener.port}/${listener.owners.join()}`;
    const before = groups.get(key);
    if (before) {
      before.listeners.push(listener);
      continue;
    }
    const owners = listener.owners.flatMap((owner) => known.get(owner) ?? []);
    const group = groupOf(listener, owners);
    if (listener.protocol === 'udp' && group === 'others') continue;
    groups.set(key, { group, listeners: [listener], owners });
  }
  return [...groups.values()]
    .map(({ group, listeners: of, owners }) => ({ ...portOf(of), group, listeners: of, owners }))
    .sort((a, b) => a.port - b.port);
}

function portOf([first]: readonly Listener[]): Pick<BusyPort, 'port' | 'protocol'> {
  return { port: first?.port ?? 0, protocol: first?.protocol ?? 'tcp' };
}

/** What somebody who writes programs starts. */
const kindsOfWork: ReadonlySet<ServiceKind> = new Set(['dev-server', 'debugger', 'notebook', 'file-server']);

function groupOf({ label, container, identity, folderId }: Listener, owners: readonly Process[]): PortGroup {
  if (folderId) return 'served';
  const isYours =
    label !== null ||
    (identity && kindsOfWork.has(identity.kind)) ||
    container?.composeProject ||
    owners.some((owner) => owner.project !== null || owner.container?.composeProject);
  return isYours ? 'yours' : 'others';
}
