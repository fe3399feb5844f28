import type { FreePorts, FreePortsRequest } from '../../../shared/contract/free-ports.ts';
import { fail, type Outcome, succeed } from '../../../shared/rpc/failure.ts';
import { canListen } from './can-listen.ts';
import { candidatePorts } from './candidate-ports.ts';
import {
  isWithin,
  type PortSpan,
  readSystemPorts,
  type SystemPorts,
  type SystemPortsQuestion,
} from './system-ports.ts';

export interface FreePortsQuestion extends FreePortsRequest {
  /** Ports not to answer with, because they are meant for something. */
  readonly avoid?: ReadonlySet<number>;
}

/**
 * Finds ports that are free on every usual address, proven by listening there for an instant. Another program may
 * still take one before it is used: whoever needs to be sure listens and keeps it.
 */
export async function findFreePorts(
  { count, range, avoid = new Set() }: FreePortsQuestion,
  where: SystemPortsQuestion,
): Promise<Outcome<FreePorts>> {
  const system = await readSystemPorts(where);
  const ports: number[] = [];
  for (const port of candidatePorts(range, system)) {
    if (avoid.has(port) || !(await canListen(port))) continue;
    ports.push(port);
    if (ports.length === count) return succeed({ ports });
  }
  return fail('no-free-port', explain(count, ports.length, range, system));
}

function explain(count: number, found: number, range: PortSpan | null, system: SystemPorts): string {
  const where = range ? `between ${range.from} and ${range.to}` : 'outside what the system keeps for itself';
  const many = found === 0 ? `No port is free ${where}` : `Only ${found} of ${count} ports ${where} are free`;
  const reasons = range ? exclusions(range, system) : [];
  return `${[many, ...reasons].join('; ')}. ${range ? 'Ask for another range.' : 'End something that listens.'}`;
}

function exclusions(range: PortSpan, system: SystemPorts): readonly string[] {
  const reasons: string[] = [];
  if (range.from < system.firstUnprivileged) {
    reasons.push(`ports below ${system.firstUnprivileged} were not tried, for only root may use them`);
  }
  if (system.reserved.some(({ from, to }) => isWithin(from, range) || isWithin(range.from, { from, to }))) {
    reasons.push('some are reserved by the system (ip_local_reserved_ports)');
  }
  return reasons;
}
