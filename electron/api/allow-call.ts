import { type CallName, calls } from '../../shared/contract/calls.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { Capability } from '../../shared/contract/host.ts';

/** The last check at the door: a call that acts needs its capability in this shell. Null lets it pass. */
export function allowCall(name: CallName, capabilities: readonly Capability[]): Failure | null {
  const call = calls[name];
  if (call.kind === 'read' || capabilities.includes(call.capability)) return null;
  return { code: 'not-allowed', message: `${name} is not possible from here.` };
}
