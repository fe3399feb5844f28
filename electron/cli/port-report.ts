import type { ListenerDocument, OwnerDocument, ShowDocument } from '../../shared/contract/documents.ts';
import { formatAddress } from './format-address.ts';
import { formatDuration } from './format-duration.ts';
import { formatMoment } from './format-moment.ts';
import type { Paint } from './paint.ts';
import { safeText } from './safe-text.ts';

export interface ReportLook {
  readonly paint: Paint;
  /** Milliseconds since the epoch, from which ages are counted. */
  readonly now: number;
}

/** Everything about a port for a person to read. `others` are the listeners of the same scan on other ports. */
export function portReport(
  document: ShowDocument,
  others: readonly ListenerDocument[],
  look: ReportLook,
): string {
  const everything = [...document.listeners, ...others];
  const blocks = document.listeners.map((listener) =>
    [
      `${look.paint.strong(formatAddress(listener))}  ${reachText(listener, look.paint)}`,
      ...listener.owners.flatMap((owner) => ownerLines(owner, listener, everything, look)),
      ...(listener.ownersHidden ? [hiddenLine(listener)] : []),
    ].join('\n'),
  );
  return [portLine(document), ...blocks].join('\n\n');
}

function portLine({ port, range, serviceName, label }: ShowDocument): string {
  const named = label === null ? `Port ${port}` : `Port ${port}, which you call "${safeText(label)}"`;
  const registered = serviceName === null ? 'not registered by IANA' : `registered by IANA as ${serviceName}`;
  return `${named}: ${rangeText[range]}, ${registered}.`;
}

const rangeText = {
  'well-known': 'a well-known port (0-1023)',
  registered: 'a registered port (1024-49151)',
  dynamic: 'a dynamic port (49152-65535)',
} as const;

function reachText({ reach }: ListenerDocument, paint: Paint): string {
  return reach === 'network'
    ? paint.caution('other machines may reach it')
    : 'only this machine can reach it';
}

function hiddenLine({ socketUser, owners }: ListenerDocument): string {
  const who = owners.length > 0 ? 'somebody else too' : 'somebody';
  const whose = socketUser === null ? '' : `; the socket belongs to user ${safeText(socketUser)}`;
  return `  held by ${who} whom this user may not see${whose}`;
}

type Line = readonly [title: string, text: string | null];

function ownerLines(
  owner: OwnerDocument,
  listener: ListenerDocument,
  everything: readonly ListenerDocument[],
  { now }: ReportLook,
): string[] {
  const container = listener.container ?? owner.container;
  const lines: readonly Line[] = [
    [
      'held by',
      `${safeText(owner.name)} (pid ${owner.pid})${owner.user ? `, user ${safeText(owner.user)}` : ''}`,
    ],
    ['command', owner.command.length > 0 ? owner.command.map(quoteWord).join(' ') : null],
    ['program', textOrNull(owner.executable)],
    ['folder', textOrNull(owner.cwd)],
    ['started', startedText(owner, now)],
    ['parents', owner.parents.map(({ name, pid }) => `${safeText(name)} (${pid})`).join(' < ') || null],
    ['project', projectText(owner)],
    ['container', container && safeText(`${container.name}, image ${container.image}`)],
    ['also on', alsoOn(owner, listener, everything)],
  ];
  return lines.flatMap(([title, text]) => (text === null ? [] : [`  ${title.padEnd(9)}  ${text}`]));
}

function textOrNull(text: string | null): string | null {
  return text === null ? null : safeText(text);
}

/** Quoted where a space or an empty argument would be lost otherwise. For reading, not for pasting into a shell. */
function quoteWord(word: string): string {
  return /^[^\s"']+$/.test(word) ? safeText(word) : `"${safeText(word)}"`;
}

function startedText(owner: OwnerDocument, now: number): string {
  const start = Date.parse(owner.startTime);
  const origin = owner.origin === null ? '' : `, ${safeText(owner.origin)}`;
  return `${formatMoment(start)} (${formatDuration(now - start)} ago)${origin}`;
}

function projectText({ project }: OwnerDocument): string | null {
  if (!project) return null;
  const branch = project.branch === null ? '' : `, branch ${project.branch}`;
  return safeText(`${project.name}${branch}, in ${project.root}`);
}

function alsoOn(
  owner: OwnerDocument,
  listener: ListenerDocument,
  everything: readonly ListenerDocument[],
): string | null {
  const also = everything.filter(
    (other) => other.id !== listener.id && other.owners.some((holder) => isSameOwner(holder, owner)),
  );
  return also.map(formatAddress).join(', ') || null;
}

function isSameOwner(a: OwnerDocument, b: OwnerDocument): boolean {
  return a.pid === b.pid && a.startTime === b.startTime;
}
