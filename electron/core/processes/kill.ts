import type { KillReport, KillRequest, KillResult } from '../../../shared/contract/kill.ts';
import type { KillProgress } from '../../../shared/contract/kill-plan.ts';
import type { Clock } from '../lib/clock.ts';
import { concludeFreed, concludeFromSurvivors, type Ended, signalsOf } from './conclude-kill.ts';
import { describeOutcome, type Happening } from './describe-outcome.ts';
import { describeProxy } from './describe-plan.ts';
import { identityKey, toWireIdentity } from './identity.ts';
import { isOnItsOwn, isQuiet } from './is-on-its-own.ts';
import { climbKillLadder, type Ending } from './kill-ladder.ts';
import { KillProgressTeller } from './kill-progress.ts';
import { KillSteering } from './kill-steering.ts';
import { type KillTiming, killTiming } from './kill-timing.ts';
import { nameRespawner, type Respawner } from './name-respawner.ts';
import { hiddenUser, isAmong, isVisible, type Victim, victimsOf } from './plan-kill.ts';
import { HolderReader } from './read-holders.ts';
import type { Supervision } from './supervision.ts';
import { isRespawn } from './supervisor.ts';
import { knowOwners, type Survey, type SurveyDependencies, surveyPorts } from './survey-ports.ts';
import { watchPort } from './watch-port.ts';

export interface KillDependencies extends SurveyDependencies {
  readonly clock: Clock;
  readonly timing?: KillTiming;
}

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
    this.#steering = run.steering ?? new KillSteering();
    this.#holders = new HolderReader(dependencies, this.#timing);
    const { runId } = request;
    this.#teller =
      runId !== undefined && run.onProgress
        ? new KillProgressTeller(runId, dependencies.clock, run.onProgress)
        : null;
  }

  async run(): Promise<KillReport> {
    const surveys = await surveyPorts(this.#request.targets, this.#dependencies, this.#timing);
    const victims = everyVictim(surveys);
    const endings = await climbKillLadder(
      victims,
      { force: this.#request.force, signal: this.#signal, steering: this.#steering },
      {
        ...this.#dependencies,
        timing: this.#timing,
        holdsPort: (victim) => this.#holdsAny(victim, surveys),
        onStage: (victim, stage, forceAt) => {
          for (const { target, plan } of surveys) {
            if (isAmong(victim, victimsOf(plan)))
              this.#teller?.note(target, identityKey(victim), stage, forceAt);
          }
        },
      },
    );
    return { results: await Promise.all(surveys.map((survey) => this.#conclude(survey, endings))) };
  }

  async #holdsAny(victim: Victim, surveys: readonly Survey[]): Promise<boolean> {
    for (const { target, plan } of surveys) {
      if (!isAmong(victim, victimsOf(plan))) continue;
      if (isAmong(victim, (await this.#holders.readOwed(target)).filter(isVisible))) return true;
    }
    return false;
  }

  async #conclude(survey: Survey, endings: ReadonlyMap<string, Ending>): Promise<KillResult> {
    const ended: Ended[] = [];
    for (const victim of victimsOf(survey.plan)) {
      const ending = endings.get(identityKey(victim));
      if (ending) ended.push({ victim, ending });
    }
    return this.#result(survey, ended, await this.#happening(survey, ended));
  }

  async #happening(survey: Survey, ended: readonly Ended[]): Promise<Happening> {
    const { target, plan } = survey;
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
        if (supervision?.isProxy)
          return { outcome: 'refused', reason: describeProxy(target.port, supervision) };
        const holders = await this.#holders.readOwed(target);
        return (
          concludeFromSurvivors(ended, holders, this.#signal?.aborted ?? false) ??
          (await this.#afterwards(survey, ended))
        );
      }
    }
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
        lengthMs:
          survey.plan.kind === 'stop-instead' ? this.#timing.supervisedWatchMs : this.#timing.respawnWatchMs,
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

/** A process that holds several of the ports gets each signal once. An owner is one for all of them. */
function everyVictim(surveys: readonly Survey[]): readonly Victim[] {
  const victims = new Map<string, Victim>();
  for (const victim of surveys.flatMap(({ plan }) => victimsOf(plan))) {
    const key = identityKey(victim);
    if (victim.role === 'owner' || !victims.has(key)) victims.set(key, victim);
  }
  return [...victims.values()].sort((a, b) => b.ancestors.length - a.ancestors.length);
}
