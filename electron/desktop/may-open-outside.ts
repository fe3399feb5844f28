const webProtocols: readonly string[] = ['http:', 'https:'];

/**
 * The address that the system's browser may be given, or null. Only what listens on this machine: http or https, a loopback
 * host, no name and password. What is returned is the parsed spelling, so what was checked is what is opened.
 */
export function mayOpenOutside(address: string): string | null {
  const url = parse(address);
  if (!url || !webProtocols.includes(url.protocol) || url.username || url.password) return null;
  return isLoopback(url.hostname) ? url.href : null;
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** The parser has already brought 127.1, 0x7f000001 and the like into four decimal numbers. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
