import type { Reach } from '../../../shared/contract/ports.ts';

/** Loopback addresses are reached from this machine only; a scope (`%lo`) does not change what an address is. */
export function reachOfAddress(address: string): Reach {
  const plain = address.split('%', 1)[0] ?? '';
  const isLoopback = plain === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/i.test(plain);
  return isLoopback ? 'machine' : 'network';
}
