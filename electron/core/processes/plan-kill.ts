import type { Protocol } from '../../../shared/contract/ports.ts';
import { identityKey, isSameProcess } from './identity.ts';
import type { Holder } from './port-view.ts';
import type { ProcessAncestor, ProcessFacts, ProcessIdentity } from './process-reader.ts';
import type { Supervision } from './supervision.ts';

/** A process that will be ended, with what must be known of it before it is gone. */
export interface Victim extends ProcessIdentity {
  readonly name: string;
  readonly facts: ProcessFacts;
  /** Nearest first. */
  readonly ancestors: readonly ProcessAncestor[];
  /** `owner` holds the port; `child` was started by an owner and would be left behind. */
  readonly role: 'owner' | 'child';
}

/** A holder whose start time was looked up. */
export type KnownHolder = (ProcessIdentity & { readonly name: string }) | Extract<Holder, { hidden: true }>;

export interface KillSituation {
  readonly port: number;
  readonly protocol: Protocol;
  /** Whom the person chose. */
  readonly chosen: readonly ProcessIdentity[];
  /** Who holds the port now. */
  readonly holders: readonly KnownHolder[];
  /** What is known of the holders that were chosen. One that may not be ended has a reason in `mayNotKill`. */
  readonly victims: readonly Victim[];
  mayNotKill(victim: Victim): string | null;
  /** What these victims started and would leave behind; those that this user may not end only where that goes for an owner. */
  readonly children: readonly Victim[];
  /** True when the system would not let this user end it. */
  isDenied(victim: Victim): boolean;
  /** Who starts the victims again, or the container that the port leads into. */
  readonly supervision: Supervision | null;
}

/** What will happen, decided before anything is sent. */
export type KillPlan =
  | {
      readonly kind: 'end' | 'stop-instead';
      readonly victims: readonly Victim[];
      readonly supervision: Supervision | null;
    }
  /** Nobody is ended as long as one of them may not be: the port would stay held. `all` is whom more rights would end. */
  | {
      readonly kind: 'denied';
      readonly victims: readonly Victim[];
      readonly all: readonly Victim[];
      readonly supervision: Supervision | null;
    }
  | { readonly kind: 'gone' }
  | { readonly kind: 'hidden'; readonly user: string | null }
  | { readonly kind: 'replaced'; readonly holder: ProcessIdentity & { readonly name: string } }
  | { readonly kind: 'refused'; readonly reason: string };

/** Only processes that were chosen and hold the port are ended. One that may not be ended protects the others too. */
export function planKill(situation: KillSituation): KillPlan {
  const { holders, chosen, victims } = situation;
  if (holders.length === 0) return { kind: 'gone' };
  const visible = holders.filter(isVisible);
  const ending = victims.filter((victim) => isAmong(victim, visible) && isAmong(victim, chosen));
  if (ending.length > 0) {
    for (const victim of ending) {
      const reason = situation.mayNotKill(victim);
      if (reason !== null) return { kind: 'refused', reason };
    }
    return planEnding(ending, situation);
  }
  const [holder] = visible;
  const { supervision } = situation;
  // Whoever passes a container's port on need not be seen for the container to be stopped.
  if (!holder && supervision?.isProxy) return { kind: 'stop-instead', victims: [], supervision };
  return holder ? { kind: 'replaced', holder } : { kind: 'hidden', user: hiddenUser(holders) };
}

function planEnding(owners: readonly Victim[], situation: KillSituation): KillPlan {
  const { supervision } = situation;
  const victims = childrenFirst([...owners, ...situation.children]);
  if (supervision?.isProxy) return { kind: 'stop-instead', victims, supervision };
  const denied = owners.filter((owner) => situation.isDenied(owner));
  if (denied.length > 0) return { kind: 'denied', victims: denied, all: victims, supervision };
  return { kind: supervision?.restarts ? 'stop-instead' : 'end', victims, supervision };
}

/** Whom a kill ends: what only passes a container's port on is never ended, for that does harm and stops nothing. */
export function victimsOf(plan: KillPlan): readonly Victim[] {
  if (plan.kind === 'end') return plan.victims;
  return plan.kind === 'stop-instead' && !plan.supervision?.isProxy ? plan.victims : [];
}

export function isVisible(holder: KnownHolder): holder is ProcessIdentity & { readonly name: string } {
  return 'pid' in holder;
}

/** Whose the holder is that cannot be seen, where the system tells. */
export function hiddenUser(holders: readonly KnownHolder[]): string | null {
  for (const holder of holders) if (!isVisible(holder)) return holder.user;
  return null;
}

export function isAmong(process: ProcessIdentity, processes: readonly ProcessIdentity[]): boolean {
  return processes.some((other) => isSameProcess(process, other));
}

/** A process that holds several of the ports gets each signal once, children first. An owner is one for all of them. */
export function eachOnce(everyone: readonly Victim[]): readonly Victim[] {
  const victims = new Map<string, Victim>();
  for (const victim of everyone) {
    const key = identityKey(victim);
    if (victim.role === 'owner' || !victims.has(key)) victims.set(key, victim);
  }
  return childrenFirst([...victims.values()]);
}

/** Deepest first, so that nobody is orphaned before being asked. */
function childrenFirst(victims: readonly Victim[]): readonly Victim[] {
  return [...victims].sort((a, b) => b.ancestors.length - a.ancestors.length);
}
