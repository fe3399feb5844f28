import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import type { Platform } from '../../../../shared/contract/host.ts';
import { localhostOrder } from './localhost-order.ts';
import type { LoopbackAddress } from './who-is-reached.ts';

/** Where `localhost` leads, by the files of this machine. The name is never looked up: that could ask a server elsewhere. */
export function readLocalhostOrder(platform: Platform): LoopbackAddress[] {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  return localhostOrder({
    platform,
    hosts: contentOf(hostsFile(platform)),
    gaiConf: platform === 'linux' ? contentOf('/etc/gai.conf') : null,
    hasIpv6: addresses.some(({ address }) => address === '::1'),
  });
}

function hostsFile(platform: Platform): string {
  if (platform !== 'win32') return '/etc/hosts';
  return path.win32.join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'drivers', 'etc', 'hosts');
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
