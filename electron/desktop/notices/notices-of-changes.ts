import type { Settings } from '../../../shared/contract/settings.ts';
import type { Notice } from './notice.ts';
import type { KnownListener, PortChange } from './port-ledger.ts';

export type NoticeSettings = Pick<Settings, 'watchedPorts' | 'notifyWatched' | 'notifyNetwork'>;

/** What a person wants to be told of these changes, one notice a port. */
export function noticesOfChanges(
  changes: readonly PortChange[],
  { watchedPorts, notifyWatched, notifyNetwork }: NoticeSettings,
): readonly Notice[] {
  const watched = new Set(notifyWatched ? watchedPorts : []);
  return changes.flatMap((change) => {
    const notice =
      (watched.has(change.port) ? watchedNotice(change) : null) ??
      (notifyNetwork ? networkNotice(change) : null);
    return notice ?? [];
  });
}

function watchedNotice({ port, before, after, opened, hasNewOwner }: PortChange): Notice | null {
  const [was] = before;
  const [is] = after;
  if (is && !was) return notice(is, `Port ${port} opened`, `${is.name} listens on ${addressOf(is)}.`);
  if (was && !is) return notice(was, `Port ${port} closed`, `${was.name} does not listen any more.`);
  const isReplaced = opened.length === after.length && is?.name !== was?.name;
  if (!is || !was || !(hasNewOwner || isReplaced)) return null;
  const body =
    is.name === was.name ? `A new ${is.name} holds it.` : `${is.name} holds it now, before ${was.name} did.`;
  return notice(is, `Port ${port} changed hands`, body);
}

/** UDP is left out: every program that looks something up opens a port of it for a moment. */
function networkNotice({ port, before, opened }: PortChange): Notice | null {
  if (before.some(isForNetwork)) return null;
  const [first] = opened.filter(isForNetwork);
  if (!first) return null;
  const body = `${first.name} listens on ${addressOf(first)}, which other machines can reach.`;
  return notice(first, `Port ${port} is open to the network`, body);
}

/** A folder that Berth serves is there for other machines because somebody has just said so. */
function isForNetwork({ reach, protocol, isServedByBerth }: KnownListener): boolean {
  return reach === 'network' && protocol === 'tcp' && !isServedByBerth;
}

function notice({ id, port }: KnownListener, title: string, body: string): Notice {
  return { key: `port ${port}`, title, body, listenerId: id };
}

function addressOf({ address, port }: KnownListener): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
