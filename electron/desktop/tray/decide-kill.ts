import type { KillPlanDocument } from '../../../shared/contract/kill-plan.ts';

/** `kill`: it ends what the menu named. `ask`: more would end, so a person looks at the plan first. `tell`: nothing can end. */
export type KillDecision =
  | { readonly kind: 'kill' }
  | { readonly kind: 'ask' }
  | { readonly kind: 'tell'; readonly reason: string };

/** What a plan for one port allows without a dialog. */
export function decideKill({ targets, needsConsent }: KillPlanDocument): KillDecision {
  const [target] = targets;
  if (!target) return { kind: 'ask' };
  const { verdict, elevated, reason } = target;
  switch (verdict) {
    case 'end':
      return needsConsent ? { kind: 'ask' } : { kind: 'kill' };
    case 'stop-instead':
    case 'denied':
      return { kind: 'ask' };
    case 'gone':
    case 'replaced':
    case 'hidden':
    case 'refused':
      return elevated === null ? { kind: 'tell', reason } : { kind: 'ask' };
  }
}
