import type { KillReport, KillRequest, KillResult } from '../../../shared/contract/kill.ts';
import type { KillProgress } from '../../../shared/contract/kill-plan.ts';
import type { Clock } from '../lib/clock.ts';
import { concludeFreed, concludeFromSurvivors, type Ended, signalsOf } from './conclude-kill.ts';
import { describeOutcome, type Happening } from './describe-outcome.ts';
import { describeOtherContainer, describeProxy } from './describe-plan.ts';
import type { Elevation } from './elevation.ts';
import { type ElevatedEndings, endElevated } from './end-elevated.ts';
import { identityKey, toWireIdentity } from './identity.ts';
import { isOnItsOwn, isQuiet } from './is-on-its-own.ts';
import { climbKillLadder, type Ending } from './kill-ladder.ts';
import { KillProgressTeller } from './kill-progress.ts';
import { KillSteering } from './kill-steering.ts';
import { type KillTiming, killTiming } from './kill-timing.ts';
import { victimsWithElevation } from './may-elevate.ts';
import { nameRespawner, type Respawner } from './name-respawner.ts';
import { eachOnce, hiddenUser, isAmong, isVisible, type Victim, victimsOf } from './plan-kill.ts';
import { HolderReader } from './read-holders.ts';
import {
  type ContainerHappening,
  containerResult,
  isToBeStopped,
  stopContainerBehind,
} from './stop-container-behind.ts';
import type { StopContainer } from './stop-supervisor.ts';
import type { Supervision } from './supervision.ts';
import { isRespawn } from './supervisor.ts';
import { knowOwners, type Survey, type SurveyDependencies, surveyPorts } from './survey-ports.ts';
import { watchPort } from './watch-port.ts';

export interface KillDependencies extends SurveyDependencies {
  readonly clock: Clock;
  readonly timing?: KillTiming;
  /** How the system is asked for an administrator; null or left out where it cannot be. */
  readonly elevation?: Elevation | null;
  readonly stopContainer?: StopContainer;
}

const notElevated: ElevatedEndings = { endings: new Map(), failure: null };

export interface KillRun {
  /** Ends the waiting; nothing more is sent after it, and the answer says how far it came. */
  readonly signal?: AbortSignal | undefined;
  readonly steering?: KillSteering;
  /** Hears of the progress, where the request names its run. */
  readonly onProgress?: (progress: KillProgress) => void;
}

/** Frees ports by ending who holds them, and what these started, exactly as the plan for the same request says. */
export async function killPorts(
  request: KillRequest,
  dependencies: KillDependencies,
  run: KillRun = {},
): Promise<KillReport> {
  return new PortKill(request, dependencies, run).run();
}

class PortKill {
  readonly #request: KillRequest;
  readonly #dependencies: KillDependencies;
  readonly #timing: KillTiming;
  readonly #holders: HolderReader;
  readonly #signal: AbortSignal | undefined;
  readonly #steering: KillSteering;
  readonly #teller: KillProgressTeller | null;

  constructor(request: KillRequest, dependencies: KillDependencies, run: KillRun) {
    this.#request = request;
    this.#dependencies = dependencies;
    this.#timing = dependencies.timing ?? killTiming;
    this.#signal = run.signal;
    this.#steering = run.steering ?? new KillSteering(request.targets);
    this.#holders = new HolderReader(dependencies, this.#timing);
    const { runId } = request;
    this.#teller =
      runId !== undefined && run.onProgress
        ? new KillProgressTeller(runId, dependencies.clock, run.onProgress)
        : null;
  }

  async run(): Promise<KillReport> {
    const surveys = await surveyPorts(this.#request.targets, this.#dependencies, this.#timing);
    const victims = eachOnce(surveys.flatMap(({ plan }) => victimsOf(plan)));
    const [endings, elevated] = await Promise.all([
      this.#climb(victims, surveys),
      this.#elevate(victims, surveys),
    ]);
    const all: ElevatedEndings = { ...elevated, endings: new Map([...elevated.endings, ...endings]) };
    return { results: await Promise.all(surveys.map((survey) => this.#conclude(survey, all))) };
  }

  #climb(victims: readonly Victim[], surveys: readonly Survey[]): Promise<ReadonlyMap<string, Ending>> {
    const surveysOf = (victim: Victim) => surveys.filter(({ plan }) => isAmong(victim, victimsOf(plan)));
    return climbKillLadder(
      victims,
      {
        force: this.#request.force,
        signal: this.#signal,
        steeringOf: (victim) => this.#steering.of(surveysOf(victim).map(({ target }) => target)),
      },
      {
        ...this.#dependencies,
        timing: this.#timing,
        holdsPort: (victim) => this.#holdsAny(victim, surveys),
        onStage: (victim, stage, forceAt) => {
          for (const { target } of surveysOf(victim))
            this.#teller?.note(target, identityKey(victim), stage, forceAt);
        },
      },
    );
  }

  /** One question for all ports of the run, and never one that the person did not ask for. */
  async #elevate(climbing: readonly Victim[], surveys: readonly Survey[]): Promise<ElevatedEndings> {
    const { elevation } = this.#dependencies;
    const meant = surveys.filter((survey) => this.#elevatedVictims(survey).length > 0);
    const victims = eachOnce(meant.flatMap((survey) => this.#elevatedVictims(survey)));
    const left = victims.filter((victim) => !isAmong(victim, climbing));
    if (!elevation || left.length === 0) return notElevated;
    for (const { target } of meant) this.#teller?.note(target, 'administrator', 'elevating', null);
    const ports = [...new Set(meant.map(({ target }) => target.port))];
    const { force } = this.#request;
    const world = { ...this.#dependencies, elevation };
    return endElevated({ ports, victims: left, force, signal: this.#signal }, world);
  }

  /** Whom the system is asked to end for this port; nobody where the person did not ask for that. */
  #elevatedVictims({ plan }: Survey): readonly Victim[] {
    if (this.#request.elevate !== true) return [];
    return victimsWithElevation(plan, this.#dependencies.elevation ?? null) ?? [];
  }

  async #holdsAny(victim: Victim, surveys: readonly Survey[]): Promise<boolean> {
    for (const { target, plan } of surveys) {
      if (!isAmong(victim, victimsOf(plan))) continue;
      if (isAmong(victim, (await this.#holders.readOwed(target)).filter(isVisible))) return true;
    }
    return false;
  }

  async #conclude(survey: Survey, { endings, failure }: ElevatedEndings): Promise<KillResult> {
    const container = await this.#stopContainer(survey);
    if (container) return containerResult(survey.target.port, supervisionOf(survey.plan), container);
    const ended: Ended[] = [];
    for (const victim of [...victimsOf(survey.plan), ...this.#elevatedVictims(survey)]) {
      const ending = endings.get(identityKey(victim));
      if (ending) ended.push({ victim, ending });
    }
    const happening = await this.#happening(survey, ended);
    const isRefused = failure !== null && this.#elevatedVictims(survey).length > 0;
    const told = happening.outcome === 'denied' && isRefused ? { ...happening, failure } : happening;
    return this.#result(survey, ended, told);
  }

  async #stopContainer({ target, plan }: Survey): Promise<ContainerHappening | null> {
    const supervision = supervisionOf(plan);
    if (plan.kind !== 'stop-instead' || !isToBeStopped(target, supervision)) return null;
    if (!supervision?.command || this.#signal?.aborted) return null;
    this.#teller?.note(target, 'container', 'asked', null);
    const { force } = this.#request;
    return stopContainerBehind(target, supervision.command, force, this.#dependencies, this.#signal);
  }

  async #happening(survey: Survey, ended: readonly Ended[]): Promise<Happening> {
    const { target, plan } = survey;
    // One of them can have been ended for another port of the run while nobody agreed to the others.
    const isElevated = plan.kind === 'denied' && ended.length === plan.all.length;
    if (isElevated) return this.#afterSignals(survey, ended, isElevated);
    switch (plan.kind) {
      case 'gone':
        return { outcome: 'gone' };
      case 'replaced':
        return { outcome: 'replaced', holder: plan.holder };
      case 'hidden':
        return { outcome: 'denied', processes: [], user: plan.user };
      case 'denied':
        return { outcome: 'denied', processes: plan.victims, user: plan.victims[0]?.facts.user ?? null };
      case 'refused':
        return { outcome: 'refused', reason: plan.reason };
      case 'end':
      case 'stop-instead': {
        const { supervision } = plan;
        if (supervision?.isProxy) {
          const isAnother = target.container !== undefined && target.container !== supervision.containerId;
          const reason = isAnother ? describeOtherContainer : describeProxy;
          return { outcome: 'refused', reason: reason(target.port, supervision) };
        }
        return this.#afterSignals(survey, ended, false);
      }
    }
  }

  async #afterSignals(survey: Survey, ended: readonly Ended[], wasElevated: boolean): Promise<Happening> {
    const holders = await this.#holders.readOwed(survey.target);
    const wasCalledOff = this.#isCalledOff(survey);
    return (
      concludeFromSurvivors(ended, holders, { wasCalledOff, wasElevated }) ??
      (await this.#afterwards(survey, ended))
    );
  }

  #isCalledOff({ target }: Survey): boolean {
    return (this.#signal?.aborted ?? false) || this.#steering.of([target]).givenUp.aborted;
  }

  /** Everyone chosen is off the port; now whether it stays free. */
  async #afterwards(survey: Survey, ended: readonly Ended[]): Promise<Happening> {
    const { target, holders: before } = survey;
    this.#teller?.watching(target);
    const known = before.filter(isVisible);
    const now = await watchPort(
      {
        ...this.#dependencies,
        timing: this.#timing,
        signal: this.#signal,
        lengthMs: supervisionOf(survey.plan)?.restarts
          ? this.#timing.supervisedWatchMs
          : this.#timing.respawnWatchMs,
        holders: () => this.#holders.readConfirmed(target, known),
        isQuiet: this.#quietCheck(survey),
      },
      ended.map(({ victim }) => victim),
    );
    if (now.length === 0) return { ...concludeFreed(ended), supervision: supervisionOf(survey.plan) };
    const visible = now.filter(isVisible);
    const newcomers = await knowOwners(
      visible.filter((one) => !isAmong(one, known)),
      this.#dependencies.processes,
    );
    const [newcomer] = newcomers;
    if (newcomer) return this.#nameNewcomer(survey, newcomers, newcomer, ended);
    const [bystander] = visible;
    if (bystander) return { outcome: 'taken', newOwner: bystander, heldItBefore: isAmong(bystander, known) };
    return before.some((one) => !isVisible(one))
      ? { outcome: 'denied', processes: [], user: hiddenUser(before) }
      : { outcome: 'taken', newOwner: null, heldItBefore: false };
  }

  /** Windows tells processes too slowly for a look at them to be shorter than the whole watch. */
  #quietCheck({ plan, family }: Survey): (() => Promise<boolean>) | null {
    const { platform, families } = this.#dependencies;
    const isSupervised = plan.kind === 'end' && plan.supervision !== null;
    if (plan.kind !== 'end' || isSupervised || platform === 'win32') return null;
    const owners = plan.victims.filter(({ role }) => role === 'owner');
    if (!owners.every((owner) => isOnItsOwn(owner, family))) return null;
    return async () => isQuiet(owners, family, await families.list());
  }

  #nameNewcomer(
    { plan }: Survey,
    newcomers: readonly Victim[],
    first: Victim,
    ended: readonly Ended[],
  ): Happening {
    const owners = ended.map(({ victim }) => victim).filter(({ role }) => role === 'owner');
    const known = supervisionOf(plan);
    for (const after of newcomers) {
      const before = owners.find((owner) => isRespawn(owner, after));
      if (!before) continue;
      const respawner = nameRespawner(before, after, known, this.#dependencies.platform);
      return { outcome: 'respawned', newOwner: after, respawner };
    }
    return { outcome: 'taken', newOwner: first, heldItBefore: false };
  }

  #result({ target, plan }: Survey, ended: readonly Ended[], happening: Happening): KillResult {
    const newOwner =
      'newOwner' in happening ? happening.newOwner : 'holder' in happening ? happening.holder : null;
    const respawner = respawnerOf(happening, plan);
    return {
      port: target.port,
      outcome: happening.outcome,
      signals: [...signalsOf(ended)],
      waitedMs: Math.max(0, ...ended.map(({ ending }) => Math.round(ending.waitedMs))),
      processes: ended.map(({ victim, ending }) => ({
        ...toWireIdentity(victim),
        name: victim.name,
        ended: ending.state === 'ended',
      })),
      newOwner: newOwner && { pid: newOwner.pid, name: newOwner.name },
      supervisor: respawner?.name ?? null,
      supervisorCommand: respawner?.command ? [...respawner.command] : null,
      undo: null,
      message: describeOutcome(target.port, happening, this.#dependencies.platform),
    };
  }
}

function supervisionOf(plan: Survey['plan']): Supervision | null {
  return 'supervision' in plan ? plan.supervision : null;
}

/** Told also where nothing was ended because of it. */
function respawnerOf(happening: Happening, plan: Survey['plan']): Pick<Respawner, 'name' | 'command'> | null {
  if (happening.outcome === 'respawned') return happening.respawner;
  return plan.kind === 'stop-instead' && plan.supervision?.isProxy ? plan.supervision : null;
}
