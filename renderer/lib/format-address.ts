/** `127.0.0.1:62893`, `[::1]:3000`. */
export function formatAddress(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

export function isWildcard(address: string): boolean {
  return address === '0.0.0.0' || address === '::' || address === '*';
}

/**
 * The address for a browser on this machine, or null where none can be written: a wildcard is reached over
 * loopback, and an IPv6 scope has no place in a URL.
 */
export function browserUrl(address: string, port: number): string | null {
  if (address.includes('%')) return null;
  const scheme = port === 443 ? 'https' : 'http';
  const host = isWildcard(address) ? 'localhost' : address.includes(':') ? `[${address}]` : address;
  return `${scheme}://${host}:${port}/`;
}
