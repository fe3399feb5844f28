import type { Listener } from '../../../shared/contract/ports.ts';

/** `127.0.0.1:62893`, `[::1]:3000`; a wildcard as the loopback address that reaches it. */
export function addressToCopy({ address, port }: Listener): string {
  const reached = address === '0.0.0.0' || address === '*' ? '127.0.0.1' : address === '::' ? '::1' : address;
  return reached.includes(':') ? `[${reached}]:${port}` : `${reached}:${port}`;
}

/** The address for a browser on this machine; null for UDP and where an IPv6 scope would have to be in it. */
export function addressToOpen(listener: Listener): string | null {
  if (listener.protocol !== 'tcp' || listener.address.includes('%')) return null;
  return `${listener.port === 443 ? 'https' : 'http'}://${addressToCopy(listener)}/`;
}
