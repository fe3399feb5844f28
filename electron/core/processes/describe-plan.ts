import type { Platform } from '../../../shared/contract/host.ts';
import { listProcesses, nameProcess } from './name-process.ts';
import { isAmong, isVisible, type KillPlan, type KnownHolder, type Victim } from './plan-kill.ts';
import { quoteCommand } from './quote-command.ts';
import type { Supervision } from './supervision.ts';

export interface PlanFacts {
  readonly port: number;
  readonly platform: Platform;
  readonly privileged: boolean;
  readonly plan: KillPlan;
  readonly holders: readonly KnownHolder[];
}

/** Why this will happen, in one sentence. */
export function describePlan({ port, platform, privileged, plan, holders }: PlanFacts): string {
  switch (plan.kind) {
    case 'gone':
      return `Nothing holds port ${port} any more.`;
    case 'replaced':
      return `Port ${port} is now held by ${nameProcess(plan.holder)}, which is not what you chose.`;
    case 'refused':
      return plan.reason;
    case 'hidden':
      return privileged
        ? `Port ${port} is held by the system itself or from within another namespace: there is no process to end.`
        : `Port ${port} is held by a process of ${userOf(plan.user)} that you may not see or end: ${withMoreRights(port, platform)}.`;
    case 'denied':
      return `${listProcesses(plan.victims)} belongs to ${userOf(plan.victims[0]?.facts.user ?? null)}, and you may not end it: ${withMoreRights(port, platform)}.`;
    case 'stop-instead':
      return describeStopInstead(port, plan.supervision, plan.victims);
    case 'end':
      return `${describeEnd(plan.victims, plan.supervision)}${othersHold(plan.victims, holders)}.`;
  }
}

/** Why a process that only passes a container's port on is left alone. */
export function describeProxy(port: number, { name, command }: Supervision): string {
  const how = command ? `stop it with \`${quoteCommand(command)}\`` : 'stop that container';
  return `Port ${port} leads into ${name}, and ending what passes it on would only break that: ${how} instead.`;
}

/** Why a container is left alone that took the place of the one that was chosen. */
export function describeOtherContainer(port: number, { name }: Supervision): string {
  return `Port ${port} now leads into ${name}, which is not what you chose, so nothing was stopped. Look at the port again and decide anew.`;
}

/** A command that does the same with more rights; null where this user has enough, and where no command does it. */
export function elevatedCommand({ port, platform, privileged, plan }: PlanFacts): string | null {
  const isOfOthers = plan.kind === 'denied' || plan.kind === 'hidden';
  return isOfOthers && !privileged && platform !== 'win32' ? `sudo berth kill ${port}` : null;
}

function describeStopInstead(
  port: number,
  supervision: Supervision | null,
  victims: readonly Victim[],
): string {
  if (!supervision) return describeEnd(victims, null);
  if (supervision.isProxy) return describeProxy(port, supervision);
  const owners = listProcesses(victims.filter(({ role }) => role === 'owner'));
  const how = supervision.command ? `: use \`${quoteCommand(supervision.command)}\` instead` : ' instead';
  return `${owners} would be started again by ${supervision.name}, so stop that${how}.`;
}

function describeEnd(victims: readonly Victim[], supervision: Supervision | null): string {
  const owners = victims.filter(({ role }) => role === 'owner');
  const children = victims.length - owners.length;
  const withThem =
    children === 0 ? '' : `, with ${children} ${children === 1 ? 'process' : 'processes'} started by it`;
  const unit = supervision ? `; ${supervision.name}, which it belongs to, does not start it again` : '';
  return `${listProcesses(owners)} will be asked to end${withThem}${unit}`;
}

function othersHold(victims: readonly Victim[], holders: readonly KnownHolder[]): string {
  const others = holders.filter(isVisible).filter((holder) => !isAmong(holder, victims));
  if (others.length > 0)
    return `; ${listProcesses(others)}, which you did not choose, will go on holding the port`;
  return holders.some((holder) => !isVisible(holder))
    ? '; a process that you may not see will go on holding the port'
    : '';
}

function userOf(user: string | null): string {
  return user === null ? 'another user' : `user ${user}`;
}

function withMoreRights(port: number, platform: Platform): string {
  return platform === 'win32'
    ? `run \`berth kill ${port}\` in a terminal opened as administrator`
    : `run \`sudo berth kill ${port}\``;
}
