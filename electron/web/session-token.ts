import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may speak to this run of Berth. All secrets end with the process. */
export interface Session {
  /** In the printed link; opens any number of browsers while this run lasts. */
  readonly linkToken: string;
  /** A token that opens one browser. For places where others can read it, such as a command line. */
  issueTicket(): string;
  /** True for the link token, and once for a ticket. */
  admitsToken(token: string): boolean;
  /** What an admitted page keeps and shows when it connects. */
  readonly pageKey: string;
  /** True when a Sec-WebSocket-Protocol header carries the key of this run. */
  admitsPage(protocols: string | undefined): boolean;
  /** True when a Cookie header carries the session of this run. */
  admitsCookie(header: string | undefined): boolean;
  /** The Set-Cookie header that a browser gets in exchange for its token. */
  readonly setCookie: string;
}

/**
 * Cookies are shared by all ports of a host. So the port is part of the name, and the cookie opens no connection: browsers
 * show it to every server on 127.0.0.1 that a person visits, whoever runs that.
 */
export function createSession(port: number): Session {
  const linkToken = newSecret();
  const cookieValue = newSecret();
  const pageKey = newSecret();
  const cookieName = `berth-${port}`;
  const tickets = new Set<string>();

  return {
    linkToken,
    pageKey,
    setCookie: `${cookieName}=${cookieValue}; Path=/; HttpOnly; SameSite=Strict`,
    issueTicket() {
      const ticket = newSecret();
      tickets.add(ticket);
      return ticket;
    },
    admitsToken(token) {
      if (isSame(token, linkToken)) return true;
      const ticket = [...tickets].find((known) => isSame(token, known));
      return ticket !== undefined && tickets.delete(ticket);
    },
    admitsPage: (header) => (header ?? '').split(',').some((one) => isSame(one.trim(), pageKey)),
    admitsCookie: (header) => cookiesNamed(cookieName, header).some((value) => isSame(value, cookieValue)),
  };
}

/** 256 bits in characters that need no escape in a link or a cookie. */
function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Takes the same time wherever the two differ, and whatever their lengths. */
function isSame(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function cookiesNamed(name: string, header: string | undefined): string[] {
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
