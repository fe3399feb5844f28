import { processKey } from '../../../shared/contract/process-key.ts';
import type { ProcessIdentityWire } from '../../../shared/contract/processes.ts';
import { toInstant } from '../lib/clock.ts';
import type { ProcessIdentity } from './process-reader.ts';

/** A process as the contract names it. */
export function toWireIdentity(identity: ProcessIdentity): ProcessIdentityWire {
  return { pid: identity.pid, startTime: toInstant(identity.startTime) };
}

/** The key of the contract, `pid@startTime`. */
export function identityKey(identity: ProcessIdentity): string {
  return processKey(toWireIdentity(identity));
}

export function fromWireIdentity(identity: ProcessIdentityWire): ProcessIdentity {
  return { pid: identity.pid, startTime: Date.parse(identity.startTime) };
}

/** The contract carries whole milliseconds, so no more than those are compared. */
export function isSameProcess(one: ProcessIdentity, other: ProcessIdentity): boolean {
  return one.pid === other.pid && Math.trunc(one.startTime) === Math.trunc(other.startTime);
}
