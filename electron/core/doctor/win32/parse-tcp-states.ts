import { completeLines } from '../../lib/complete-lines.ts';
import type { PortSocket } from '../system-facts.ts';

const endpointPattern = /^(?:(\d+\.\d+\.\d+\.\d+)|\[([0-9a-f:.]+)(?:%\w+)?\]):(\d{1,5})$/i;

/**
 * The sockets on a port in the output of `netstat -ano`. The word for the state is translated, so the other end and the
 * pid tell: a listener has no other end, and what is in TIME_WAIT belongs to pid 0.
 */
export function parseTcpStates(text: string, port: number): readonly PortSocket[] {
  return completeLines(text).flatMap((line) => {
    const columns = line.trim().split(/\s+/);
    const [protocol, localText = '', remoteText = ''] = columns;
    const pid = Number(columns.at(-1));
    const local = readEndpoint(localText);
    const remote = readEndpoint(remoteText);
    if (protocol !== 'TCP' || !local || !remote || local.port !== port || !Number.isInteger(pid)) return [];
    return {
      family: local.family,
      address: local.address,
      remoteAddress: remote.address,
      remotePort: remote.port,
      state: stateOf(remote.port, pid),
      holder: pid > 0 ? { pid, name: '', command: [] } : null,
      endsInMs: null,
    };
  });
}

function stateOf(remotePort: number, pid: number): PortSocket['state'] {
  if (remotePort === 0) return 'listening';
  return pid === 0 ? 'time-wait' : 'connected';
}

function readEndpoint(text: string) {
  const [, four, six = '', port] = endpointPattern.exec(text) ?? [];
  if (port === undefined) return null;
  return four === undefined
    ? { family: 6 as const, address: six.toLowerCase(), port: Number(port) }
    : { family: 4 as const, address: four, port: Number(port) };
}
