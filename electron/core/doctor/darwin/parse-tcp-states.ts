import { isIPv4, isIPv6 } from 'node:net';
import { completeLines } from '../../lib/complete-lines.ts';
import type { PortSocket } from '../system-facts.ts';

const rowPattern = /^tcp(4|6|46) +\d+ +\d+ +(\S+)\.(\d{1,5}) +(\S+)\.(\d{1,5}|\*) +(\S+) *(.*)$/;
/** Name and pid behind the numbers: macOS 26. */
const namedPattern = /^(?:\d+ +){4}(.*):(\d+) +[0-9a-f]{5,8} /;
/** Buffer sizes, with byte counters before them in macOS 15, then the pid and the pid it acts for. */
const numberedPattern = /^(?:\d+ +){2,4}?(\d+) +\d+ +(?:0x)?[0-9a-f]{4,8} /;

/** The sockets on a port in the output of `netstat -anvW -p tcp`, in every state. */
export function parseTcpStates(text: string, port: number): readonly PortSocket[] {
  return completeLines(text).flatMap((line) => {
    const match = rowPattern.exec(line);
    if (!match) return [];
    const [, version = '', host = '', own, remote = '', remotePort = '', state = '', rest = ''] = match;
    if (Number(own) !== port) return [];
    const family = version === '4' || isIPv4(host) ? (4 as const) : (6 as const);
    return {
      family,
      address: wildcard(host, family),
      remoteAddress: wildcard(remote, family),
      remotePort: Number(remotePort) || 0,
      state: stateOf(state),
      holder: holderOf(rest),
      endsInMs: null,
    };
  });
}

function wildcard(host: string, family: 4 | 6): string {
  if (host === '*') return family === 4 ? '0.0.0.0' : '::';
  return isIPv6(host) ? host.toLowerCase() : host;
}

function stateOf(state: string): PortSocket['state'] {
  switch (state) {
    case 'LISTEN':
      return 'listening';
    case 'TIME_WAIT':
      return 'time-wait';
    case 'ESTABLISHED':
    case 'SYN_SENT':
    case 'SYN_RCVD':
      return 'connected';
    default:
      return 'closing';
  }
}

function holderOf(rest: string): PortSocket['holder'] {
  const [, name, namedPid] = namedPattern.exec(rest) ?? [];
  const pid = Number(namedPid ?? numberedPattern.exec(rest)?.[1] ?? 0);
  return pid > 0 ? { pid, name: name ?? '', command: [] } : null;
}
