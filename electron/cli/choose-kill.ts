import type { KillResult, KillTarget } from '../../shared/contract/kill.ts';
import type { Listener } from '../../shared/contract/ports.ts';
import type { Process } from '../../shared/contract/processes.ts';
import type { Snapshot } from '../../shared/contract/snapshot.ts';
import { isContainerProxy } from '../core/lib/is-container-proxy.ts';
import { byKey } from './listener-document.ts';
import { settled } from './settled-result.ts';

export type KillWish =
  | { readonly kind: 'ports'; readonly ports: readonly number[] }
  /** `started` in milliseconds since the epoch; null accepts whoever has the pid now. */
  | { readonly kind: 'process'; readonly pid: number; readonly started: number | null }
  /** By the name of the project or by its folder. */
  | { readonly kind: 'project'; readonly project: string };

export interface KillChoice {
  readonly targets: readonly KillTarget[];
  /** The processes behind the targets. */
  readonly processes: readonly Process[];
  /** Ports about which all is said already. */
  readonly results: readonly KillResult[];
}

/** The wire has milliseconds, and the clock may have been adjusted since the start was written down. */
const startToleranceMs = 2000;

const nothing: KillChoice = { targets: [], processes: [], results: [] };

/** Turns what was typed into who is meant. Ends nothing. A `privileged` user sees every owner. */
export function chooseKill(snapshot: Snapshot, wish: KillWish, privileged: boolean): KillChoice {
  switch (wish.kind) {
    case 'ports':
      return choosePorts(snapshot, wish.ports, privileged);
    case 'process':
      return chooseProcess(snapshot, wish);
    case 'project':
      return chooseProject(snapshot, wish.project);
  }
}

function choosePorts(snapshot: Snapshot, ports: readonly number[], privileged: boolean): KillChoice {
  const processes = byKey(snapshot.processes);
  const chosen = [...new Set(ports)].map((port) => {
    const listeners = listenersToEnd(snapshot, port);
    const keys = [...new Set(listeners.flatMap((listener) => listener.owners))];
    return { port, listeners, owners: keys.flatMap((key) => processes.get(key) ?? []) };
  });
  return {
    targets: chosen.flatMap(({ port, listeners, owners }) => toTarget(port, listeners, owners) ?? []),
    processes: [...new Set(chosen.flatMap((one) => one.owners))],
    results: chosen
      .filter(({ listeners, owners }) => owners.length === 0 && !containerOf(listeners, owners))
      .map(({ port, listeners: [listener] }) =>
        listener ? settled.hidden(listener, privileged) : settled.gone(port),
      ),
  };
}

/**
 * A UDP socket counts only where no TCP listener is: a browser that happens to use the same number for a UDP
 * connection must not be ended for it.
 */
function listenersToEnd({ listeners }: Snapshot, port: number): readonly Listener[] {
  const there = listeners.filter((listener) => listener.port === port);
  const tcp = there.filter((listener) => listener.protocol === 'tcp');
  return tcp.length > 0 ? tcp : there;
}

/** Naming a process means all it listens on: what goes with it was asked for. */
function chooseProcess(
  snapshot: Snapshot,
  { pid, started }: Extract<KillWish, { kind: 'process' }>,
): KillChoice {
  const process = snapshot.processes.find((one) => one.pid === pid);
  const held = process ? snapshot.listeners.filter(({ owners }) => owners.includes(process.key)) : [];
  const ports = portsOf(held);
  if (!process || ports.length === 0) return nothing;
  if (started !== null && Math.abs(Date.parse(process.startTime) - started) > startToleranceMs) {
    return { ...nothing, results: ports.map((port) => settled.replaced(port, process)) };
  }
  const targets = ports.flatMap((port) => {
    const there = held.filter((listener) => listener.port === port);
    return toTarget(port, there, [process]) ?? [];
  });
  return { ...nothing, targets, processes: [process] };
}

/** The TCP listeners of a project, each with the owners that are of it. */
function chooseProject(snapshot: Snapshot, wanted: string): KillChoice {
  const folder = wanted.length > 1 ? wanted.replace(/[\\/]$/, '') : wanted;
  const members = snapshot.processes.filter(
    ({ project }) => project !== null && (project.name === wanted || project.root === folder),
  );
  const held = snapshot.listeners.filter(
    ({ protocol, owners }) => protocol === 'tcp' && members.some(({ key }) => owners.includes(key)),
  );
  const targets = portsOf(held).flatMap((port) => {
    const there = held.filter((listener) => listener.port === port);
    const owners = members.filter(({ key }) => there.some((listener) => listener.owners.includes(key)));
    return toTarget(port, there, owners) ?? [];
  });
  const processes = members.filter(({ key }) => held.some(({ owners }) => owners.includes(key)));
  return { ...nothing, targets, processes };
}

function portsOf(listeners: readonly Listener[]): readonly number[] {
  return [...new Set(listeners.map((listener) => listener.port))].sort((a, b) => a - b);
}

function toTarget(
  port: number,
  listeners: readonly Listener[],
  owners: readonly Process[],
): KillTarget | null {
  const container = containerOf(listeners, owners);
  if (owners.length === 0 && container === null) return null;
  const isTcp = listeners.some((listener) => listener.protocol === 'tcp');
  return {
    port,
    protocol: isTcp ? 'tcp' : 'udp',
    owners: owners.map(({ pid, startTime }) => ({ pid, startTime })),
    ...(container === null ? {} : { container }),
  };
}

/** Id of the container that is meant by the port: all that hold it only pass it on, or may not be seen. */
function containerOf(listeners: readonly Listener[], owners: readonly Process[]): string | null {
  const ids = new Set(listeners.map(({ container }) => container?.id ?? null));
  const [id = null] = ids;
  return ids.size === 1 && owners.every(isContainerProxy) ? id : null;
}
