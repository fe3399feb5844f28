import type { PlannedTarget } from '../../../shared/contract/kill-plan.ts';
import type { Elevation } from './elevation.ts';
import type { KillPlan, Victim } from './plan-kill.ts';

/** Whom the system would end once an administrator agreed; null where it cannot be asked for that. */
export function victimsWithElevation(plan: KillPlan, elevation: Elevation | null): readonly Victim[] | null {
  if (plan.kind !== 'denied' || elevation === null) return null;
  return plan.all.length <= elevation.mostProcesses ? plan.all : null;
}

/** What would help where rights are missing; `command` is what a person could copy. */
export function elevationOf(
  plan: KillPlan,
  elevation: Elevation | null,
  command: string | null,
): PlannedTarget['elevation'] {
  if (victimsWithElevation(plan, elevation) !== null) return 'system';
  return command === null ? null : 'command';
}
