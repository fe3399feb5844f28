import type { Session } from './session-token.ts';
import type { WebAddress } from './web-address.ts';

/** The parts of a request that decide whether it is answered. */
export interface RequestFacts {
  readonly method: string;
  /** The request target as sent: `/assets/app.js`, `/?token=…`. */
  readonly target: string;
  /** Every Host header that was sent; one is right. */
  readonly hosts: readonly string[];
  /** Every Origin header that was sent. */
  readonly origins: readonly string[];
  readonly cookie: string | undefined;
  /** The Sec-WebSocket-Protocol header of an upgrade. */
  readonly protocols: string | undefined;
  readonly hasBody: boolean;
  readonly isUpgrade: boolean;
}

export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 413;

export interface Refusal {
  readonly kind: 'refused';
  readonly status: RefusalStatus;
  /** A sentence for a person: what was wrong and what to do. */
  readonly reason: string;
}

export type Verdict =
  | { readonly kind: 'asset'; readonly path: string }
  /** The token is right: hand out cookie and key and take the token out of the address. */
  | { readonly kind: 'admit' }
  /** A link of another run in a browser that is already admitted. */
  | { readonly kind: 'go-home' }
  | { readonly kind: 'socket' }
  | Refusal;

export interface Door {
  readonly address: WebAddress;
  readonly session: Pick<Session, 'admitsToken' | 'admitsCookie' | 'admitsPage'>;
}

export const socketPath = '/pipe';

/**
 * Decides on a request before anything is answered: which address was asked for, by which page, how, and whether
 * that browser was let in. The Host check is what defeats DNS rebinding, the Origin check keeps out pages of
 * other ports, to which browsers send our cookie because ports do not make a site.
 */
export function checkRequest(facts: RequestFacts, door: Door): Verdict {
  const host = facts.hosts[0];
  if (facts.hosts.length !== 1 || host === undefined || !door.address.hosts.has(host)) {
    return refuse(403, foreignHost(door.address));
  }
  if (!isOriginAllowed(facts, host)) return refuse(403, 'Only the pages of Berth itself may ask for this.');
  if (facts.isUpgrade) return checkUpgrade(facts, door);
  if (facts.method !== 'GET' && facts.method !== 'HEAD') {
    return refuse(405, 'Berth answers only GET and HEAD here.');
  }
  if (facts.hasBody) return refuse(413, 'A request to Berth carries no body.');
  if (!facts.target.startsWith('/')) return refuse(400, 'The address of the request starts with a slash.');
  return checkPage(facts, door);
}

function checkUpgrade(facts: RequestFacts, door: Door): Verdict {
  if (facts.method !== 'GET') return refuse(405, 'A connection is opened with GET.');
  if (facts.target !== socketPath) return refuse(404, `Connections are accepted at ${socketPath} only.`);
  if (!door.session.admitsCookie(facts.cookie)) return refuse(401, notAdmitted);
  if (!door.session.admitsPage(facts.protocols)) return refuse(401, notAdmitted);
  return { kind: 'socket' };
}

function checkPage(facts: RequestFacts, door: Door): Verdict {
  const [path = '', query = ''] = splitOnce(facts.target, '?');
  const admitted = door.session.admitsCookie(facts.cookie);
  const tokens = path === '/' ? new URLSearchParams(query).getAll('token') : [];
  const token = tokens[0];
  if (token === undefined) return admitted ? { kind: 'asset', path } : refuse(401, notAdmitted);
  if (tokens.length === 1 && door.session.admitsToken(token)) return { kind: 'admit' };
  return admitted ? { kind: 'go-home' } : refuse(403, staleToken);
}

/** Browsers name the page that asks on every upgrade and on everything that is not GET or HEAD. */
function isOriginAllowed({ method, origins, isUpgrade }: RequestFacts, host: string): boolean {
  const mustBeNamed = isUpgrade || (method !== 'GET' && method !== 'HEAD');
  if (origins.length === 0) return !mustBeNamed;
  return origins.length === 1 && origins[0] === `http://${host}`;
}

const notAdmitted =
  'This browser has not been let in. Open the link that Berth printed in the terminal where it was started.';
const staleToken =
  'This link does not belong to the Berth that is running now, or was good for one browser only. Open the link ' +
  'that Berth printed in the terminal where it was started.';

function foreignHost({ origin, port }: WebAddress): string {
  return (
    `Berth does not answer under this address. Open ${origin}/ instead; through an SSH tunnel use the same ` +
    `port on both ends: ssh -L ${port}:127.0.0.1:${port}.`
  );
}

function refuse(status: RefusalStatus, reason: string): Refusal {
  return { kind: 'refused', status, reason };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
