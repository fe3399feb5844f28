import type {
  BoundPort,
  KillPlanDocument,
  PlannedTarget,
  PlanRequest,
} from '../../../shared/contract/kill-plan.ts';
import { describePlan, elevatedCommand } from './describe-plan.ts';
import type { Elevation } from './elevation.ts';
import { toWireIdentity } from './identity.ts';
import { killTiming } from './kill-timing.ts';
import { elevationOf, victimsWithElevation } from './may-elevate.ts';
import type { Victim } from './plan-kill.ts';
import type { HeldPort } from './port-view.ts';
import { type Survey, type SurveyDependencies, surveyPorts } from './survey-ports.ts';

export interface PlanDependencies extends SurveyDependencies {
  /** Root, who may end whatever can be ended. */
  readonly privileged: boolean;
  /** How the system is asked for an administrator; null or left out where it cannot be. */
  readonly elevation?: Elevation | null;
}

/** What a kill of the same targets would do now. Sends nothing. */
export async function planKills(
  { targets }: PlanRequest,
  dependencies: PlanDependencies,
): Promise<KillPlanDocument> {
  const surveys = await surveyPorts(targets, dependencies, killTiming);
  const pids = surveys.flatMap(({ plan }) => shownVictims(plan, dependencies).map(({ pid }) => pid));
  const held = pids.length > 0 ? await dependencies.ports.listenersOf([...new Set(pids)]) : [];
  const chosen = new Set(targets.map(({ port }) => port));
  const planned = surveys.map((survey) => planTarget(survey, held, chosen, dependencies));
  return { targets: planned, needsConsent: planned.some(isMoreThanTheObvious) };
}

/** More than one process, or one that holds more, or one that would come back. */
function isMoreThanTheObvious({ verdict, processes, alsoCloses }: PlannedTarget): boolean {
  return verdict === 'stop-instead' || (verdict === 'end' && (processes.length > 1 || alsoCloses.length > 0));
}

function planTarget(
  { target, holders, plan }: Survey,
  held: readonly HeldPort[],
  chosen: ReadonlySet<number>,
  dependencies: PlanDependencies,
): PlannedTarget {
  const { platform, privileged, elevation = null } = dependencies;
  const { port, protocol } = target;
  const victims = shownVictims(plan, dependencies);
  const mayEnd = plan.kind !== 'denied' || victimsWithElevation(plan, elevation) !== null;
  const facts = { port, platform, privileged, plan, holders };
  const supervision = 'supervision' in plan ? plan.supervision : null;
  return {
    port,
    protocol,
    verdict: plan.kind,
    processes: victims.map(toPlannedProcess),
    alsoCloses: mayEnd ? alsoCloses(victims, held, chosen) : [],
    supervisor: supervision && {
      name: supervision.name,
      command: supervision.command && [...supervision.command],
    },
    elevated: elevatedCommand(facts),
    elevation: elevationOf(plan, elevation, elevatedCommand(facts)),
    reason: describePlan(facts),
  };
}

function toPlannedProcess({ role, name, facts, ...identity }: Victim): PlannedTarget['processes'][number] {
  return { ...toWireIdentity(identity), name, user: facts.user, role };
}

/** Only what nobody else holds. Ports that were asked for themselves, over either protocol, are no surprise. */
function alsoCloses(
  victims: readonly Victim[],
  held: readonly HeldPort[],
  chosen: ReadonlySet<number>,
): BoundPort[] {
  const pids = new Set(victims.map(({ pid }) => pid));
  return held
    .filter(
      ({ port, holders }) => !chosen.has(port) && holders.every((one) => !one.hidden && pids.has(one.pid)),
    )
    .map(({ protocol, address, port }) => ({ protocol, address, port }))
    .sort((a, b) => a.port - b.port);
}

/** Who would end, also where that takes an administrator; else who may not be ended. */
function shownVictims(plan: Survey['plan'], { elevation = null }: PlanDependencies): readonly Victim[] {
  if (!('victims' in plan)) return [];
  return victimsWithElevation(plan, elevation) ?? plan.victims;
}
