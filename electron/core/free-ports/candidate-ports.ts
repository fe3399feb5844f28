import { isWithin, type PortSpan, type SystemPorts } from './system-ports.ts';

/** Ports that developers know by heart, then a stretch where hardly anything is registered, then all others. */
const known = [3000, 8080, 8000, 5500, 8888];
const quiet: PortSpan = { from: 20_000, to: 29_999 };
const all: PortSpan = { from: 1024, to: 65_535 };

/**
 * Ports in the order in which they are tried; always the same one on the same machine, so that a port can be
 * remembered. Those that the system gives to outgoing connections are used only when a range was asked for, and last.
 */
export function* candidatePorts(range: PortSpan | null, system: SystemPorts): Generator<number> {
  const isUsable = (port: number) =>
    port >= system.firstUnprivileged && !system.reserved.some((span) => isWithin(port, span));
  const isLasting = (port: number) => isUsable(port) && !isWithin(port, system.ephemeral);
  if (range) {
    yield* filter(portsOf(range), isLasting);
    yield* filter(portsOf(range), (port) => isUsable(port) && isWithin(port, system.ephemeral));
    return;
  }
  const first = [...known, ...portsOf(quiet)];
  yield* filter(first, isLasting);
  const tried = new Set(first);
  yield* filter(portsOf(all), (port) => isLasting(port) && !tried.has(port));
}

function* portsOf({ from, to }: PortSpan): Generator<number> {
  for (let port = from; port <= to; port += 1) yield port;
}

function* filter(ports: Iterable<number>, accepts: (port: number) => boolean): Generator<number> {
  for (const port of ports) if (accepts(port)) yield port;
}
