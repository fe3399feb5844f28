import type { DoctorFacts } from './facts.ts';
import type { Pasted } from './pasted.ts';

export interface OwnNames {
  readonly hostname: string;
  /** Addresses that the interfaces of this machine have. */
  ownAddresses(): readonly string[];
}

/** Whether a text is about this machine. Names are not looked up: that would ask other machines. */
export function placeOf(
  { address, host }: Pasted,
  { hostname, ownAddresses }: OwnNames,
): DoctorFacts['place'] {
  if (address !== null) {
    const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/, '');
    const isLoopback = /^127\.|^::1$|^::$|^0\.0\.0\.0$/.test(plain);
    return isLoopback || ownAddresses().includes(plain) ? 'here' : 'other-machine';
  }
  if (host === null) return 'here';
  const name = host.toLowerCase().replace(/\.$/, '');
  const isHere = name === 'localhost' || name.endsWith('.localhost') || name === hostname.toLowerCase();
  return isHere || name === '*' ? 'here' : 'other-name';
}
