import type { Protocol } from '../../../shared/contract/ports.ts';
import { ianaServiceNames } from './iana-service-names.ts';
import { rangeOfPort } from './range-of-port.ts';

let names: Readonly<Record<Protocol, ReadonlyMap<number, string>>> | null = null;

/** What IANA registered for the port, which is no claim about what runs there. */
export function serviceName(port: number, protocol: Protocol): string | null {
  if (rangeOfPort(port) === 'dynamic') return null;
  names ??= parseServiceNames(ianaServiceNames);
  return names[protocol].get(port) ?? null;
}

function parseServiceNames(text: string): Record<Protocol, ReadonlyMap<number, string>> {
  const tcp = new Map<number, string>();
  const udp = new Map<number, string>();
  for (const [, first, last, only, name = ''] of text.matchAll(/^(\d+)(?:-(\d+))?([tu]?) (.+)$/gm)) {
    for (let port = Number(first); port <= Number(last ?? first); port++) {
      if (only !== 'u') tcp.set(port, name);
      if (only !== 't') udp.set(port, name);
    }
  }
  return { tcp, udp };
}
