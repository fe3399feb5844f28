import { isWithin } from '../../free-ports/system-ports.ts';
import { excludedRange, isAirPlay } from '../port-holders.ts';
import type { Check } from './check.ts';

export const reservedPort: Check = (facts) => {
  const { kept, port, platform } = facts;
  const title = 'The operating system reserves this port';
  if (isAirPlay(facts)) return { title, state: 'problem', evidence: 'AirPlay Receiver' };
  if (!kept.known) return { title, state: 'unknown', evidence: kept.why };
  const excluded = excludedRange(facts);
  if (excluded) return { title, state: 'problem', evidence: `excluded, ${excluded.from}-${excluded.to}` };
  const { reserved, ephemeral } = kept.value;
  if (reserved.some((span) => isWithin(port, span))) {
    return { title, state: 'attention', evidence: 'kept by the administrator (ip_local_reserved_ports)' };
  }
  if (isWithin(port, ephemeral)) {
    const range = `${ephemeral.from}-${ephemeral.to}`;
    return { title, state: 'attention', evidence: `no, but it gives ${range} to outgoing connections` };
  }
  const isSharing = platform === 'darwin' && (port === 5000 || port === 7000);
  return { title, state: 'neutral', evidence: isSharing ? 'AirPlay Receiver would, and is off' : 'no' };
};
