const hostPattern = /^(\[[0-9a-f:.]+\]|[^:[\]/@\s]+)(?::\d{1,5})?$/;
const thisMachine = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Says whether a Host header names this machine. Anything else is a page elsewhere whose name was pointed at this address
 * (DNS rebinding) and that would read the files as if they were its own.
 */
export function isAllowedHost(header: string | undefined, others: ReadonlySet<string>): boolean {
  if (header === 'localhost' || header === '127.0.0.1') return true;
  const host = hostPattern.exec(header?.toLowerCase() ?? '')?.[1]?.replace(/\.$/, '');
  return host !== undefined && (thisMachine.test(host) || others.has(host));
}

/** The form in which a Host header would name them: small letters, IPv6 in brackets without its zone. */
export function toHostNames(hosts: readonly string[]): ReadonlySet<string> {
  return new Set(hosts.map(toHostName));
}

function toHostName(host: string): string {
  const small = host.toLowerCase().replace(/%.*$/, '');
  return small.includes(':') && !small.startsWith('[') ? `[${small}]` : small;
}
