import type { Platform } from '../../../shared/contract/host.ts';
import type { ElevationFailure } from './end-elevated.ts';
import { listProcesses, nameProcess } from './name-process.ts';
import type { Respawner } from './name-respawner.ts';
import { quoteCommand } from './quote-command.ts';
import type { Supervision } from './supervision.ts';

interface Named {
  readonly pid: number;
  readonly name: string;
}

/** What became of a port, with what a sentence about it needs. */
export type Happening =
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'replaced'; readonly holder: Named }
  | { readonly outcome: 'refused'; readonly reason: string }
  | {
      readonly outcome: 'denied';
      readonly processes: readonly Named[];
      readonly user: string | null;
      /** Why asking for an administrator did not help, where that was done. */
      readonly failure?: ElevationFailure;
    }
  | {
      readonly outcome: 'freed';
      readonly ended: readonly Named[];
      readonly running: readonly Named[];
      readonly signals: readonly string[];
      /** Known to start it again, and has not done so yet. */
      readonly supervision: Supervision | null;
    }
  | {
      readonly outcome: 'survived';
      readonly survivors: readonly Named[];
      readonly signals: readonly string[];
      readonly wasCalledOff: boolean;
    }
  | { readonly outcome: 'respawned'; readonly newOwner: Named; readonly respawner: Respawner | null }
  | { readonly outcome: 'taken'; readonly newOwner: Named | null; readonly heldItBefore: boolean };

/** What is so now and what to do next. */
export function describeOutcome(port: number, happening: Happening, platform: Platform): string {
  switch (happening.outcome) {
    case 'gone':
      return `Nothing holds port ${port} any more, so there was nothing to end.`;
    case 'replaced':
      return `Port ${port} is now held by ${nameProcess(happening.holder)}, which is not what you chose, so nothing was ended. Look at the port again and decide anew.`;
    case 'refused':
      return happening.reason;
    case 'denied':
      return describeDenied(port, happening, platform);
    case 'freed':
      return describeFreed(port, happening) + mayReturn(happening.supervision);
    case 'survived':
      return describeSurvived(port, happening);
    case 'respawned':
      return describeRespawned(port, happening);
    case 'taken':
      return describeTaken(port, happening);
  }
}

type Of<O extends Happening['outcome']> = Extract<Happening, { outcome: O }>;

function describeDenied(port: number, denied: Of<'denied'>, platform: Platform): string {
  const { processes, user, failure } = denied;
  const holder = processes.length > 0 ? listProcesses(processes) : 'a process that you may not see';
  const owner = user === null ? 'another user' : `user ${user}`;
  const next =
    platform === 'win32'
      ? `run \`berth kill ${port}\` in a terminal opened as administrator`
      : `run \`sudo berth kill ${port}\``;
  const held = `Port ${port} is still held by ${holder}, which belongs to ${owner}`;
  if (failure) return `${held}: ${describeFailure(failure, next)}.`;
  return `${held} and which you may not end: ${next}.`;
}

function describeFailure({ refusal, detail }: ElevationFailure, next: string): string {
  switch (refusal) {
    case 'cancelled':
      return 'the request for an administrator was cancelled, so nothing was ended';
    case 'unanswered':
      return 'nobody answered the request for an administrator, so nothing was ended';
    case 'not-allowed':
      return 'the system did not accept an administrator, so nothing was ended';
    case 'no-window':
      return `the system has no screen here to ask for an administrator on. Instead, ${next}`;
    case 'powerless':
      return 'not even an administrator may end it, as with a part of the system that protects itself';
    case 'failed':
      return `the system could not be asked for an administrator${detail ? ` (${detail})` : ''}. Instead, ${next}`;
  }
}

function describeFreed(port: number, { ended, running, signals }: Of<'freed'>): string {
  const free = `Port ${port} is free.`;
  if (running.length > 0)
    return `${free} ${listProcesses(running)} let go of it and ${is(running)} still shutting down.`;
  if (ended.length === 0) return free;
  const [first, last] = [signals[0], signals.at(-1)];
  if (last === undefined)
    return `${free} ${listProcesses(ended)} ended by ${ended.length > 1 ? 'themselves' : 'itself'}.`;
  if (first === last || last === 'SIGCONT') return `${free} ${listProcesses(ended)} ended after ${first}.`;
  return `${free} ${listProcesses(ended)} did not end after ${first} and had to be ended with ${last}.`;
}

function mayReturn(supervision: Supervision | null): string {
  if (!supervision?.restarts) return '';
  const how = supervision.command ? `: ${quoteCommand(supervision.command)}` : '.';
  return ` ${supervision.name} may still start it again. To keep the port free, stop that${how}`;
}

function describeSurvived(port: number, { survivors, signals, wasCalledOff }: Of<'survived'>): string {
  const holder = `${listProcesses(survivors)} still ${survivors.length > 1 ? 'hold' : 'holds'} port ${port}`;
  if (wasCalledOff) {
    const when = signals.length > 0 ? `after ${signals.join(', ')}` : 'before anything was sent';
    return `${holder}: waiting was stopped ${when}. End it by force to free the port now.`;
  }
  return `${holder} even after ${signals.join(', ')}: the system itself keeps it, as with a disk or device that does not answer. Try again later or restart the machine.`;
}

function describeRespawned(port: number, { newOwner, respawner }: Of<'respawned'>): string {
  const back = `Port ${port} is held again by ${nameProcess(newOwner)}`;
  if (!respawner) return `${back}: something started the program again. Stop what starts it instead.`;
  if (respawner.command) {
    return `${back}, started by ${respawner.name}. To keep the port free: ${quoteCommand(respawner.command)}`;
  }
  return `${back}, started by ${respawner.name}. To keep the port free, ${respawner.advice} instead.`;
}

function describeTaken(port: number, { newOwner, heldItBefore }: Of<'taken'>): string {
  const holder = newOwner ? nameProcess(newOwner) : 'a process that you may not see';
  return heldItBefore
    ? `What you chose has ended, but port ${port} is also held by ${holder}, which you did not choose. End that as well to free the port.`
    : `What you chose has ended, but another program took port ${port} at once: ${holder}.`;
}

function is(processes: readonly Named[]): string {
  return processes.length > 1 ? 'are' : 'is';
}
