import { isIP } from 'node:net';
import type { Family } from '../../../../shared/contract/ports.ts';

export interface SocketAddress {
  readonly address: string;
  readonly port: number;
}

/** `127.0.0.1` and `8080` as the tools print them, `*` being the wildcard of the family. Null for anything else. */
export function parseAddress(host: string, port: string, family: Family): SocketAddress | null {
  if (!/^\d{1,5}$/.test(port)) return null;
  const portNumber = Number(port);
  if (portNumber < 1 || portNumber > 65_535) return null;
  if (host === '*') return { address: family === 4 ? '0.0.0.0' : '::', port: portNumber };
  return looksLikeAddress(host, family) ? { address: normalize(host), port: portNumber } : null;
}

function looksLikeAddress(host: string, family: Family): boolean {
  if (isIP(host) === family) return true;
  // Without -l netstat cuts an IPv6 address to 16 characters: the socket is real, so it stays in the list with the
  // part of its address that is known.
  return family === 6 && host.length === 16 && /^[0-9a-f:]+$/i.test(host);
}

/** The kernel keeps the interface of a link-local address inside it, and lsof prints that: `fe80:5::1` is `fe80::1%5`. */
function normalize(host: string): string {
  const embedded = /^fe80:([0-9a-f]{1,4})::([0-9a-f:]+)$/i.exec(host);
  if (!embedded) return host.toLowerCase();
  return `fe80::${embedded[2]}%${Number.parseInt(embedded[1] ?? '', 16)}`.toLowerCase();
}
