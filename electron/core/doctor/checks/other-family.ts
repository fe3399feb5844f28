import { withPort } from '../describe.ts';
import { isIpv6 } from '../find-reached.ts';
import type { Check } from './check.ts';

export const otherFamily: Check = ({ listeners, pasted, port }) => {
  const families = new Set(listeners.map(({ listener }) => isIpv6(listener.address)));
  const dual = listeners.some(({ listener }) => listener.address === '::');
  if (listeners.length === 0 || pasted.side === 'server') return null;
  const isBoth = dual || families.size === 2;
  const only = listeners.map(({ listener }) => withPort(listener.address, port)).join(', ');
  const isMissing = pasted.family !== null && !isBoth && !families.has(pasted.family === 6);
  return {
    title: 'It listens over IPv4 and IPv6',
    state: isMissing ? 'problem' : isBoth ? 'ok' : 'neutral',
    evidence: isBoth ? 'both' : `only ${only}`,
  };
};
