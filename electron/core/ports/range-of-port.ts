import type { PortRange } from '../../../shared/contract/ports.ts';

/** RFC 6335, section 6. */
export function rangeOfPort(port: number): PortRange {
  if (port < 1024) return 'well-known';
  return port < 49_152 ? 'registered' : 'dynamic';
}
