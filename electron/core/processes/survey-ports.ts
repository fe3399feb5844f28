import type { Platform } from '../../../shared/contract/host.ts';
import type { KillTarget } from '../../../shared/contract/kill.ts';
import { childrenLeftBehind, isOfThePerson } from './children-left-behind.ts';
import type { FamilyReader, Relative } from './family-reader.ts';
import {
  type ContainerBehind,
  type ContainerOf,
  containerSupervision,
  findSupervision,
} from './find-supervision.ts';
import { fromWireIdentity } from './identity.ts';
import type { KillTiming } from './kill-timing.ts';
import { mayNotKill, type Untouchable } from './may-not-kill.ts';
import { isAmong, isVisible, type KillPlan, type KnownHolder, planKill, type Victim } from './plan-kill.ts';
import type { PortView } from './port-view.ts';
import type { ProcessControl } from './process-control.ts';
import type { ProcessAncestor, ProcessFacts, ProcessIdentity, ProcessReader } from './process-reader.ts';
import { HolderReader } from './read-holders.ts';
import type { Supervision } from './supervision.ts';
import type { SupervisorTools } from './supervisor-tools.ts';

export interface SurveyDependencies {
  readonly platform: Platform;
  readonly processes: ProcessReader;
  readonly families: FamilyReader;
  readonly ports: PortView;
  readonly control: ProcessControl;
  readonly supervisors: SupervisorTools;
  readonly ownPid: number;
  /** Numeric id of the user who runs Berth; null on Windows. */
  readonly uid: number | null;
  readonly containerOf?: ContainerOf;
  readonly containerBehind?: ContainerBehind;
  /** Read every time: the settings may have changed. */
  protectedNames(): Promise<readonly string[]> | readonly string[];
}

/** One port with what was found there and what was decided, before anything is sent. */
export interface Survey {
  readonly target: KillTarget;
  readonly holders: readonly KnownHolder[];
  readonly plan: KillPlan;
  /** All processes at that moment; empty where nobody would be ended. */
  readonly family: readonly Relative[];
}

/** Looks at the ports of one request and decides what would end. The same for a plan and for a kill. */
export async function surveyPorts(
  targets: readonly KillTarget[],
  dependencies: SurveyDependencies,
  timing: KillTiming,
): Promise<readonly Survey[]> {
  const surveyor = new PortSurveyor(dependencies, timing);
  return surveyor.survey(targets);
}

/** What is known of processes that hold, or held, a port. One that ended is left out. */
export async function knowOwners(
  identities: readonly ProcessIdentity[],
  processes: ProcessReader,
): Promise<readonly Victim[]> {
  const facts = await processes.describe(identities);
  return Promise.all(
    [...facts.values()].map(async (one) => toVictim(one, await processes.ancestors(one.pid), 'owner')),
  );
}

class PortSurveyor {
  readonly #dependencies: SurveyDependencies;
  readonly #holders: HolderReader;
  #family: Promise<readonly Relative[]> | null = null;

  constructor(dependencies: SurveyDependencies, timing: KillTiming) {
    this.#dependencies = dependencies;
    this.#holders = new HolderReader(dependencies, timing);
  }

  async survey(targets: readonly KillTarget[]): Promise<readonly Survey[]> {
    const untouchable = await this.#untouchable();
    return Promise.all(targets.map((target) => this.#surveyOne(target, untouchable)));
  }

  async #untouchable(): Promise<Untouchable> {
    const { platform, ownPid, processes } = this.#dependencies;
    const [ancestors, protectedNames] = await Promise.all([
      processes.ancestors(ownPid),
      this.#dependencies.protectedNames(),
    ]);
    return { platform, ownPid, ownAncestors: ancestors.map(({ pid }) => pid), protectedNames };
  }

  async #surveyOne(target: KillTarget, untouchable: Untouchable): Promise<Survey> {
    const { control, processes } = this.#dependencies;
    const holders = await this.#holders.read(target);
    const visible = holders.filter(isVisible);
    const chosen = target.owners.map(fromWireIdentity);
    const owners = await knowOwners(
      visible.filter((one) => isAmong(one, chosen)),
      processes,
    );
    const family = owners.length > 0 ? await this.#allProcesses() : [];
    const isElevated = owners.some(({ pid }) => control.isDenied(pid));
    const mayEnd = ({ facts }: Pick<Victim, 'facts'>) =>
      mayNotKill(facts, untouchable) === null && (isElevated || !control.isDenied(facts.pid));
    const plan = planKill({
      port: target.port,
      protocol: target.protocol,
      chosen,
      holders,
      victims: owners,
      mayNotKill: (victim) => mayNotKill(victim.facts, untouchable),
      isDenied: ({ pid }) => control.isDenied(pid),
      children: await this.#children(owners, family, (child) => !isAmong(child, visible) && mayEnd(child)),
      supervision: (await this.#supervision(owners)) ?? (await this.#containerBehind(target, holders)),
    });
    return { target, holders, plan, family };
  }

  /** A process that holds the port and was not chosen is no child to be ended, whoever started it. */
  async #children(
    owners: readonly Victim[],
    family: readonly Relative[],
    mayEnd: (child: Victim) => boolean,
  ): Promise<readonly Victim[]> {
    const found = childrenLeftBehind(owners, family, () => false);
    if (found.length === 0) return [];
    const facts = await this.#dependencies.processes.describe(found);
    const children = new Map(
      [...facts.values()].map((one) => [one.pid, toVictim(one, chainOf(one.pid, family), 'child')]),
    );
    const left = childrenLeftBehind(owners, family, ({ pid }) => {
      const child = children.get(pid);
      return child === undefined || isOfThePerson(child.facts) || !mayEnd(child);
    });
    return left.flatMap(({ pid }) => children.get(pid) ?? []);
  }

  async #supervision(owners: readonly Victim[]): Promise<Supervision | null> {
    const { platform, supervisors: tools, containerOf, uid } = this.#dependencies;
    const question = { platform, tools, containerOf, uid };
    const found = await Promise.all(owners.map((owner) => findSupervision(owner, question)));
    return found.find((one) => one?.restarts) ?? found.find((one) => one !== null) ?? null;
  }

  /** Asked only where nobody who holds the port can be seen. */
  async #containerBehind(target: KillTarget, holders: readonly KnownHolder[]): Promise<Supervision | null> {
    if (holders.length === 0 || holders.some(isVisible)) return null;
    const container = await this.#dependencies.containerBehind?.(target);
    return container ? containerSupervision(container, true) : null;
  }

  /** Once per request: on Windows this takes a second. */
  #allProcesses(): Promise<readonly Relative[]> {
    this.#family ??= this.#dependencies.families.list();
    return this.#family;
  }
}

function toVictim(facts: ProcessFacts, ancestors: readonly ProcessAncestor[], role: Victim['role']): Victim {
  return { pid: facts.pid, startTime: facts.startTime, name: facts.name, facts, ancestors, role };
}

/** The ancestors as far as the list tells: who they are, not how they were started. */
function chainOf(pid: number, family: readonly Relative[]): readonly ProcessAncestor[] {
  const byPid = new Map(family.map((one) => [one.pid, one]));
  const chain: ProcessAncestor[] = [];
  const seen = new Set([pid]);
  for (let next = byPid.get(byPid.get(pid)?.parentPid ?? 0); next; next = byPid.get(next.parentPid)) {
    if (seen.has(next.pid)) break;
    seen.add(next.pid);
    chain.push({ pid: next.pid, name: next.name, command: [], executable: null });
  }
  return chain;
}
