import type { BusyPort } from './busy-ports.ts';
import type { TrayFacts } from './tray-facts.ts';

export interface TrayWarning {
  readonly text: string;
  /** The row to show; null shows the list. */
  readonly listenerId: string | null;
}

/** What needs a person's attention, most serious first. */
export function trayWarnings(
  { snapshot: { source, sequence }, watchedPorts, folders }: TrayFacts,
  ports: readonly BusyPort[],
): readonly TrayWarning[] {
  if (source.state === 'failing') {
    return [{ text: 'The ports cannot be read right now', listenerId: null }];
  }
  if (sequence === 0) return [];
  const failed = folders
    .filter(({ state }) => state === 'failed')
    .map(({ name }) => ({ text: `${name} is not served any more`, listenerId: null }));
  return [...failed, ...missingPorts(watchedPorts, ports), ...misleadingPorts(ports)];
}

function missingPorts(watched: readonly number[], ports: readonly BusyPort[]): readonly TrayWarning[] {
  if (watched.length === 0) return [];
  const busy = new Set(ports.map(({ port }) => port));
  return watched
    .filter((port) => !busy.has(port))
    .map((port) => ({ text: `Nothing listens on ${port}, which you watch`, listenerId: null }));
}

/** One of the two sentences of a pair is enough: both rows tell the same trouble. */
function misleadingPorts(ports: readonly BusyPort[]): readonly TrayWarning[] {
  const byPort = new Map<number, TrayWarning>();
  for (const { port, listeners } of ports) {
    const listener = listeners.find(({ localhost }) => typeof localhost === 'string');
    if (!listener?.localhost || byPort.has(port)) continue;
    byPort.set(port, { text: `${port}: ${listener.localhost}`, listenerId: listener.id });
  }
  return [...byPort.values()];
}
