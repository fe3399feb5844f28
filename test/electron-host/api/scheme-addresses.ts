/**
 * Chromium learns no scheme over its DevTools protocol. So `app://host/path` is, for the page, `https://host.app.<suffix>/path`, a
 * secure origin of its own that nobody looks up: every request for it is answered by the app's handler.
 */
const suffix = 'electron-host.test';

export const interceptedUrls = `https://*.${suffix}/*`;

export function toPageAddress(address: string, schemes: ReadonlySet<string>): string {
  const [, scheme = '', hostName = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(address) ?? [];
  return schemes.has(scheme) ? `https://${hostName}.${scheme}.${suffix}${rest || '/'}` : address;
}

export function fromPageAddress(address: string): string {
  const parts = /^https:\/\/(.+)\.([a-z0-9+-]+)\.electron-host\.test(?::443)?(.*)$/.exec(address);
  return parts ? `${parts[2]}://${parts[1]}${parts[3]}` : address;
}
