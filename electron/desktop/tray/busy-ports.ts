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

interface Draft extends Omit<BusyPort, 'listeners'> {
  readonly listeners: Listener[];
}

/**
 * What is worth a line in a menu, by port. 127.0.0.1 and ::1 of one program are one line, of two programs two. UDP is
 * named only where it belongs to something of the user: the rest is the system's own chatter.
 */
export function busyPorts({ listeners, processes }: Snapshot): readonly BusyPort[] {
  const known = new Map(processes.map((process) => [process.key, process]));
  const byPort = new Map<number, Draft[]>();
  for (const listener of listeners) {
    const drafts = byPort.get(listener.port);
    const draft = drafts?.find((one) => isSameHolder(one, listener));
    if (draft) draft.listeners.push(listener);
    else if (drafts) drafts.push(draftOf(listener, known));
    else byPort.set(listener.port, [draftOf(listener, known)]);
  }
  // Numbers of their own kind sort ten times as fast as rows, and there may be 10,000.
  const inOrder = Uint16Array.from(byPort.keys()).sort();
  const busy: BusyPort[] = [];
  for (const port of inOrder) {
    for (const draft of byPort.get(port) ?? []) if (isWorthALine(draft)) busy.push(draft);
  }
  return busy;
}

function draftOf(listener: Listener, known: ReadonlyMap<string, Process>): Draft {
  const owners: Process[] = [];
  for (const key of listener.owners) {
    const owner = known.get(key);
    if (owner) owners.push(owner);
  }
  const { port, protocol } = listener;
  return { port, protocol, group: groupOf(listener, owners), listeners: [listener], owners };
}

function isSameHolder({ protocol, listeners: [first] }: Draft, listener: Listener): boolean {
  const { owners } = listener;
  if (!first || protocol !== listener.protocol || first.owners.length !== owners.length) return false;
  return first.owners.every((key, index) => key === owners[index]);
}

function isWorthALine({ protocol, group }: Draft): boolean {
  return protocol === 'tcp' || group !== 'others';
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
