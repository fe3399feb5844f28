import { listed, seconds, socketHolder } from '../describe.ts';
import { closedConnections, openConnections } from '../port-holders.ts';
import type { Check } from './check.ts';

export const otherConnections: Check = (facts) => {
  const { sockets, listeners } = facts;
  if (listeners.length > 0) return null;
  const title = 'A connection uses the port';
  if (!sockets.known) return { title, state: 'unknown', evidence: sockets.why };
  const open = openConnections(facts);
  if (open.length > 0) {
    return { title, state: 'attention', evidence: listed(open.map(({ holder }) => socketHolder(holder))) };
  }
  const closed = closedConnections(facts);
  if (closed.length === 0) return { title, state: 'neutral', evidence: 'no' };
  const left = Math.max(...closed.map(({ endsInMs }) => endsInMs ?? 0));
  const rest = left > 0 ? `, ${seconds(left)} to go` : '';
  return { title, state: 'attention', evidence: `closed, in TIME_WAIT${rest}` };
};
