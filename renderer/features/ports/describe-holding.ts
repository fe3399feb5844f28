import type { Host } from '../../../shared/contract/host.ts';
import { countOf } from '../../lib/count-of.ts';
import { formatAddress, isWildcard } from '../../lib/format-address.ts';
import type { PortRow } from '../../store/port-row.ts';
import { hiddenOwnerText } from './hidden-owner-text.ts';

/** Who holds the address and who can reach it, in a sentence or two. */
export function describeHolding(row: PortRow, host: Host | null): string {
  const { listener, owners, closed } = row;
  const where = describeWhere(row);
  if (closed) return `Nothing holds ${where} any more. This is what was known last.`;
  const reach =
    listener.reach === 'network' ? 'Other machines can connect.' : 'Only this machine can connect.';
  const [first] = owners;
  if (first) {
    const more =
      owners.length > 1 ? ` and ${countOf(owners.length - 1, 'more process', 'more processes')}` : '';
    return `${first.name}${more} ${more ? 'hold' : 'holds'} ${where}. ${reach}`;
  }
  const { owner, remedy } = hiddenOwnerText(listener, host);
  return `${capitalize(where)}: ${lowerFirst(owner)}; ${remedy}. ${reach}`;
}

function describeWhere({ listener: { address, port, protocol } }: PortRow): string {
  const udp = protocol === 'udp' ? 'UDP ' : '';
  return isWildcard(address)
    ? `${udp}port ${port} on every ${address === '::' ? 'IPv6 ' : address === '0.0.0.0' ? 'IPv4 ' : ''}address`
    : `${udp}${formatAddress(address, port)}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
