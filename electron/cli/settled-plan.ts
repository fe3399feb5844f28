import type { KillResult } from '../../shared/contract/kill.ts';
import type { PlannedTarget } from '../../shared/contract/kill-plan.ts';

/** What a plan says of a port about which all is said already. */
export function settledPlan({ port, outcome, message }: KillResult): PlannedTarget {
  return {
    port,
    protocol: 'tcp',
    verdict: verdictOf(outcome),
    processes: [],
    alsoCloses: [],
    supervisor: null,
    elevated: null,
    elevation: null,
    reason: message,
  };
}

function verdictOf(outcome: KillResult['outcome']): PlannedTarget['verdict'] {
  if (outcome === 'gone' || outcome === 'replaced') return outcome;
  return outcome === 'denied' ? 'hidden' : 'refused';
}
