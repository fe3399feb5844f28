import type { BusyPort } from './busy-ports.ts';
import { nameOfPort } from './name-of-port.ts';
import type { TrayFacts } from './tray-facts.ts';

export interface TrayWarning {
  readonly text: string;
  /** The row to show; null shows the list. */
  readonly listenerId: string | null;
}

/** What needs a person's attention, most serious first. */
export function trayWarnings(
  { snapshot: { source, sequence }, watchedPorts }: TrayFacts,
  ports: readonly BusyPort[],
): readonly TrayWarning[] {
  if (source.state === 'failing') {
    return [{ text: 'The ports cannot be read right now', listenerId: null }];
  }
  if (sequence === 0) return [];
  return [...missingPorts(watchedPorts, ports), ...splitLocalhosts(ports)];
}

function missingPorts(watched: readonly number[], ports: readonly BusyPort[]): readonly TrayWarning[] {
  if (watched.length === 0) return [];
  const busy = new Set(ports.map(({ port }) => port));
  return watched
    .filter((port) => !busy.has(port))
    .map((port) => ({ text: `Nothing listens on ${port}, which you watch`, listenerId: null }));
}

/** `localhost` means whichever address a client tries first, so two programs there are each other's trap. */
function splitLocalhosts(ports: readonly BusyPort[]): readonly TrayWarning[] {
  return ports.flatMap((port, index) => {
    const next = ports[index + 1];
    const isSplit =
      next?.port === port.port && port.protocol === 'tcp' && next.protocol === 'tcp' && areApart(port, next);
    if (!isSplit) return [];
    const text = `localhost:${port.port} is two programs: ${nameOfPort(port)} and ${nameOfPort(next)}`;
    return [{ text, listenerId: port.listeners[0]?.id ?? null }];
  });
}

/** Each is reached over loopback, in one family only, and not in the same. */
function areApart(a: BusyPort, b: BusyPort): boolean {
  const families = [a, b].map(localFamilies);
  return families.every((of) => of.size === 1) && [...(families[0] ?? [])][0] !== [...(families[1] ?? [])][0];
}

const answersLocalhost = new Set(['127.0.0.1', '0.0.0.0', '::1', '::', '*']);

function localFamilies({ listeners }: BusyPort): ReadonlySet<4 | 6> {
  return new Set(
    listeners.filter(({ address }) => answersLocalhost.has(address)).map(({ family }) => family),
  );
}
