import { candidatePorts } from '../free-ports/candidate-ports.ts';
import { isWithin, type SystemPorts } from '../free-ports/system-ports.ts';

const neighbours = 20;
const others = 40;

/**
 * Where a folder is tried: the usual port, its neighbours, then those that developers know by heart. Ports that the system
 * gives to outgoing connections are left out, but for the usual one itself.
 */
export function folderPorts(
  usual: number,
  avoid: ReadonlySet<number>,
  system: SystemPorts,
): readonly number[] {
  const next = Array.from({ length: neighbours }, (_, index) => usual + 1 + index).filter(
    (port) => port <= 65_535 && port >= system.firstUnprivileged && !isWithin(port, system.ephemeral),
  );
  const ports = [usual, ...next];
  for (const port of candidatePorts(null, system)) {
    if (ports.length >= 1 + next.length + others) break;
    ports.push(port);
  }
  return [...new Set(ports)].filter((port) => !avoid.has(port));
}
