import type { Platform } from '../../../shared/contract/host.ts';
import type { KillReport, KillRequest, KillResult, KillTarget } from '../../../shared/contract/kill.ts';
import type { Clock } from '../lib/clock.ts';
import { concludeFreed, concludeFromSurvivors, type Ended, signalsOf } from './conclude-kill.ts';
import { describeOutcome, type Happening } from './describe-outcome.ts';
import { fromWireIdentity, identityKey, toWireIdentity } from './identity.ts';
import { climbKillLadder, type Ending } from './kill-ladder.ts';
import { type KillTiming, killTiming } from './kill-timing.ts';
import { mayNotKill, type Untouchable } from './may-not-kill.ts';
import {
  hiddenUser,
  isAmong,
  isVisible,
  type KillPlan,
  type KnownHolder,
  planKill,
  type Victim,
} from './plan-kill.ts';
import type { PortView } from './port-view.ts';
import type { ProcessControl } from './process-control.ts';
import type { ProcessFacts, ProcessIdentity, ProcessReader } from './process-reader.ts';
import { HolderReader } from './read-holders.ts';
import { isRespawn, type KnownProgram, nameSupervisor } from './supervisor.ts';
import { watchPort } from './watch-port.ts';

export interface KillDependencies {
  readonly platform: Platform;
  readonly processes: ProcessReader;
  readonly ports: PortView;
  readonly control: ProcessControl;
  readonly clock: Clock;
  readonly ownPid: number;
  /** Read for every kill: the settings may have changed. */
  protectedNames(): Promise<readonly string[]> | readonly string[];
  readonly timing?: KillTiming;
}

/** Frees ports by ending who holds them. `signal` ends the waiting, and the answer says how far it came. */
export async function killPorts(
  request: KillRequest,
  dependencies: KillDependencies,
  signal?: AbortSignal,
): Promise<KillReport> {
  return new PortKill(request, dependencies, signal).run();
}

/** One port with what was found there and what was decided, before anything is sent. */
interface Survey {
  readonly target: KillTarget;
  readonly holders: readonly KnownHolder[];
  readonly plan: KillPlan;
}

class PortKill {
  readonly #request: KillRequest;
  readonly #dependencies: KillDependencies;
  readonly #timing: KillTiming;
  readonly #holders: HolderReader;
  readonly #signal: AbortSignal | undefined;

  constructor(request: KillRequest, dependencies: KillDependencies, signal: AbortSignal | undefined) {
    this.#request = request;
    this.#dependencies = dependencies;
    this.#timing = dependencies.timing ?? killTiming;
    this.#signal = signal;
    this.#holders = new HolderReader(dependencies, this.#timing);
  }

  async run(): Promise<KillReport> {
    const untouchable = await this.#untouchable();
    const surveys = await Promise.all(
      this.#request.targets.map((target) => this.#survey(target, untouchable)),
    );
    const endings = await climbKillLadder(
      everyVictim(surveys),
      { force: this.#request.force, signal: this.#signal },
      { ...this.#dependencies, timing: this.#timing, holdsPort: (victim) => this.#holdsAny(victim, surveys) },
    );
    return { results: await Promise.all(surveys.map((survey) => this.#conclude(survey, endings))) };
  }

  async #untouchable(): Promise<Untouchable> {
    const { platform, ownPid, processes } = this.#dependencies;
    const [ancestors, protectedNames] = await Promise.all([
      processes.ancestors(ownPid),
      this.#dependencies.protectedNames(),
    ]);
    return { platform, ownPid, ownAncestors: ancestors.map(({ pid }) => pid), protectedNames };
  }

  async #survey(target: KillTarget, untouchable: Untouchable): Promise<Survey> {
    const holders = await this.#holders.read(target);
    const chosen = target.owners.map(fromWireIdentity);
    const victims = await this.#know(holders.filter(isVisible).filter((one) => isAmong(one, chosen)));
    const plan = planKill({
      port: target.port,
      protocol: target.protocol,
      chosen,
      holders,
      victims,
      mayNotKill: (victim) => mayNotKill(victim.facts, untouchable),
    });
    return { target, holders, plan };
  }

  async #know(identities: readonly ProcessIdentity[]): Promise<readonly Victim[]> {
    const { processes } = this.#dependencies;
    const facts = await processes.describe(identities);
    const know = async (one: ProcessFacts): Promise<Victim> => {
      const ancestors = await processes.ancestors(one.pid);
      return { pid: one.pid, startTime: one.startTime, name: one.name, facts: one, ancestors };
    };
    return Promise.all([...facts.values()].map(know));
  }

  async #holdsAny(victim: Victim, surveys: readonly Survey[]): Promise<boolean> {
    for (const { target, plan } of surveys) {
      if (plan.kind !== 'end' || !isAmong(victim, plan.victims)) continue;
      if (isAmong(victim, (await this.#holders.readOwed(target)).filter(isVisible))) return true;
    }
    return false;
  }

  async #conclude(survey: Survey, endings: ReadonlyMap<string, Ending>): Promise<KillResult> {
    const { plan } = survey;
    const ended: Ended[] = [];
    for (const victim of plan.kind === 'end' ? plan.victims : []) {
      const ending = endings.get(identityKey(victim));
      if (ending) ended.push({ victim, ending });
    }
    return this.#result(survey, ended, await this.#happening(survey, ended));
  }

  async #happening({ target, holders, plan }: Survey, ended: readonly Ended[]): Promise<Happening> {
    switch (plan.kind) {
      case 'gone':
        return { outcome: 'gone' };
      case 'replaced':
        return { outcome: 'replaced', holder: plan.holder };
      case 'hidden':
        return { outcome: 'denied', processes: [], user: plan.user };
      case 'refused':
        return { outcome: 'refused', reason: plan.reason };
      case 'end':
        return (
          concludeFromSurvivors(
            ended,
            await this.#holders.readOwed(target),
            this.#signal?.aborted ?? false,
          ) ?? (await this.#afterwards(target, holders, ended))
        );
    }
  }

  /** Everyone chosen is off the port; now whether it stays free. */
  async #afterwards(
    target: KillTarget,
    before: readonly KnownHolder[],
    ended: readonly Ended[],
  ): Promise<Happening> {
    const now = await watchPort(
      {
        ...this.#dependencies,
        timing: this.#timing,
        signal: this.#signal,
        holders: () => this.#holders.readConfirmed(target, before.filter(isVisible)),
      },
      ended.map(({ victim }) => victim),
    );
    if (now.length === 0) return concludeFreed(ended);
    const known = before.filter(isVisible);
    const visible = now.filter(isVisible);
    const newcomers = await this.#know(visible.filter((one) => !isAmong(one, known)));
    const [newcomer] = newcomers;
    if (newcomer) return this.#nameNewcomer(newcomers, newcomer, ended);
    const [bystander] = visible;
    if (bystander) return { outcome: 'taken', newOwner: bystander, heldItBefore: isAmong(bystander, known) };
    return before.some((one) => !isVisible(one))
      ? { outcome: 'denied', processes: [], user: hiddenUser(before) }
      : { outcome: 'taken', newOwner: null, heldItBefore: false };
  }

  #nameNewcomer(newcomers: readonly Victim[], first: Victim, ended: readonly Ended[]): Happening {
    for (const after of newcomers) {
      for (const { victim: before } of ended) {
        if (!isRespawn(before, after)) continue;
        return { outcome: 'respawned', newOwner: after, supervisor: this.#supervisor(before, after) };
      }
    }
    return { outcome: 'taken', newOwner: first, heldItBefore: false };
  }

  #supervisor(before: KnownProgram, after: KnownProgram) {
    return nameSupervisor(before, after, this.#dependencies.platform);
  }

  #result({ target }: Survey, ended: readonly Ended[], happening: Happening): KillResult {
    const newOwner =
      'newOwner' in happening ? happening.newOwner : 'holder' in happening ? happening.holder : null;
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
      supervisor: happening.outcome === 'respawned' ? (happening.supervisor?.name ?? null) : null,
      supervisorCommand: null,
      undo: null,
      message: describeOutcome(target.port, happening, this.#dependencies.platform),
    };
  }
}

/** A process that holds several of the ports gets each signal once. */
function everyVictim(surveys: readonly Survey[]): readonly Victim[] {
  const victims = new Map<string, Victim>();
  for (const { plan } of surveys) {
    for (const victim of plan.kind === 'end' ? plan.victims : []) victims.set(identityKey(victim), victim);
  }
  return [...victims.values()].sort((a, b) => b.ancestors.length - a.ancestors.length);
}
