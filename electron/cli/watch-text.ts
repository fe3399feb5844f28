import type { ListenerDocument, WatchLine } from '../../shared/contract/documents.ts';
import { formatAddress } from './format-address.ts';
import { formatClock } from './format-moment.ts';
import type { Paint } from './paint.ts';
import { safeText } from './safe-text.ts';

const eventWidth = 'changed-owner'.length;

/** One event as a line: when, what, which listener, who. */
export function watchText({ event, at, listener }: WatchLine, paint: Paint): string {
  const colours = {
    present: paint.faint,
    opened: paint.good,
    closed: paint.bad,
    'changed-owner': paint.caution,
  } as const;
  const what = colours[event](event.padEnd(eventWidth));
  return `${formatClock(Date.parse(at))}  ${what}  ${formatAddress(listener)}  ${ownersText(listener)}`;
}

function ownersText({ owners, ownersHidden, socketUser }: ListenerDocument): string {
  const seen = owners.map((owner) => `${safeText(owner.name)} (pid ${owner.pid})`);
  const unseen = ownersHidden ? [socketUser ? `(hidden, user ${safeText(socketUser)})` : '(hidden)'] : [];
  return [...seen, ...unseen].join(', ');
}
