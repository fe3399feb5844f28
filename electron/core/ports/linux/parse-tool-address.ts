import { isIPv4, isIPv6 } from 'node:net';
import type { Family } from '../../../../shared/contract/ports.ts';

export interface ToolAddress {
  readonly family: Family;
  readonly address: string;
  readonly port: number;
}

/**
 * `127.0.0.1:80`, `[::1]:80`, `::1:80`, `[fe80::1]%eth0:80`, `127.0.0.53%lo:53`, `*:80`.
 * Without `family` (ss) a star is the IPv6 wildcard that takes IPv4 as well.
 */
export function parseToolAddress(text: string, family?: Family): ToolAddress | null {
  const match = /^(\[[^\]]+\]|[^[\]%]+)(%[^:]+)?:(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  if (match === null || port < 1 || port > 65_535) return null;
  const host = (match[1] ?? '').replace(/^\[|\]$/g, '');
  if (host === '*') return { family: family ?? 6, address: family === 4 ? '0.0.0.0' : '::', port };
  if (isIPv6(host)) return { family: 6, address: host + (match[2] ?? ''), port };
  if (!isIPv4(host)) return null;
  // netstat and lsof drop the prefix of an IPv4-mapped address.
  if (family === 6) return { family, address: `::ffff:${host}`, port };
  return { family: 4, address: host, port };
}
