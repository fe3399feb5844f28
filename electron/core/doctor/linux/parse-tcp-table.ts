import { endianness } from 'node:os';
import type { Family } from '../../../../shared/contract/ports.ts';
import { formatIpv6 } from '../../ports/format-address.ts';
import type { PortSocket } from '../system-facts.ts';

export interface TcpRow extends Omit<PortSocket, 'holder'> {
  readonly port: number;
  /** 0 for a socket that no process holds any more. */
  readonly inode: number;
}

const rowPattern =
  /^\s*\d+: ([0-9A-F]+):([0-9A-F]{4}) ([0-9A-F]+):([0-9A-F]{4}) ([0-9A-F]{2}) \S+ (\d\d):([0-9A-F]{8}) \S+ +\d+ +\d+ +(\d+)/;
/** tcp_states.h */
const states: Readonly<Record<string, PortSocket['state']>> = {
  '01': 'connected',
  '02': 'connected',
  '03': 'connected',
  '06': 'time-wait',
  '0A': 'listening',
  '0C': 'connected',
};
/** The kernel counts in USER_HZ, which is 100 everywhere. */
const tickMs = 10;

/** The rows of `/proc/net/tcp` or `tcp6` for which the own port is one of `isMeant`. */
export function parseTcpTable(
  text: string,
  isMeant: (port: number) => boolean,
  byteOrder: 'LE' | 'BE' = endianness(),
): readonly TcpRow[] {
  return text.split('\n').flatMap((line) => {
    const match = rowPattern.exec(line);
    if (!match) return [];
    const [, local = '', localPort = '', remote = '', remotePort = '', state = '', timer, when = '', inode] =
      match;
    const port = Number.parseInt(localPort, 16);
    if (!isMeant(port)) return [];
    const family: Family = local.length === 8 ? 4 : 6;
    return {
      family,
      address: decode(local, byteOrder),
      port,
      remoteAddress: decode(remote, byteOrder),
      remotePort: Number.parseInt(remotePort, 16),
      state: states[state] ?? 'closing',
      endsInMs: timer === '03' ? Number.parseInt(when, 16) * tickMs : null,
      inode: Number(inode),
    };
  });
}

/** Each 32-bit word is printed as a number of the machine. */
function decode(hex: string, byteOrder: 'LE' | 'BE'): string {
  const bytes = Buffer.from(hex, 'hex');
  if (bytes.length % 4 !== 0) return '';
  if (byteOrder === 'LE') bytes.swap32();
  if (bytes.length === 4) return bytes.join('.');
  return formatIpv6([0, 2, 4, 6, 8, 10, 12, 14].map((offset) => bytes.readUInt16BE(offset)));
}
