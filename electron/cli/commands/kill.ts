import { randomUUID } from 'node:crypto';
import type { KillDocument, KillPlanJson } from '../../../shared/contract/documents.ts';
import type { KillReport, KillResult, KillTarget } from '../../../shared/contract/kill.ts';
import type { KillPlanDocument, PlannedTarget } from '../../../shared/contract/kill-plan.ts';
import type { Core } from '../../core/core.ts';
import { chooseKill, type KillChoice, type KillWish } from '../choose-kill.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';
import { killPreview } from '../kill-preview.ts';
import type { Arguments } from '../read-arguments.ts';
import { readPort, readWithin } from '../read-number.ts';
import { safeText } from '../safe-text.ts';
import { scan } from '../scan.ts';
import { settledPlan } from '../settled-plan.ts';
import { settled } from '../settled-result.ts';
import { tellKillProgress } from '../tell-kill-progress.ts';
import { UsageError } from '../usage-error.ts';
import { withCore } from '../with-core.ts';

export const kill: Command = {
  name: 'kill',
  usage:
    'PORT... | --pid PID [--started ISO] | --project NAME  [--force] [--yes] [--elevate] [--dry-run] [--json]',
  help: `
Ends what listens on the ports: asks the process to stop, waits while it does, then forces it. Processes that it started
and would leave behind go first. Says of every port what is so afterwards. Clients of a port are never touched.

  PORT...         the ports; on each, the TCP listeners, and UDP sockets only where no TCP listener is
  --pid PID       instead of ports: this process, with everything it listens on
  --started ISO   with --pid: only if it was started then (startTime in the JSON of ls; 2 seconds either way)
  --project NAME  instead of ports: every TCP listener of the project of that name or in that folder (see ls --json)
  --force         do not ask the process first
  --yes           agree to more than the obvious, see below
  --elevate       macOS and Windows: let the system ask for an administrator, once, for what this user may not end
  --dry-run       say what would end, and end nothing
  --json          one JSON document instead of sentences

One process on a port, holding nothing else, is ended without a question. When several processes would end, when other
ports would close with them, or when something would start them again, that is shown first: at a terminal you are asked,
and No is the default; in a script nothing is ended unless --yes is given (outcome "refused", exit code 1).

A port that leads into a container stops that container over the socket of its engine, and is always shown first.

Exit code 0 only when every port is free afterwards, also when nothing listened there to begin with (outcome "gone").
With --dry-run it is 0 when everything could be ended for good, else 1.
Ctrl-C ends the waiting, sends nothing more, and tells how things stand.`,
  options: {
    pid: 'value',
    started: 'value',
    project: 'value',
    force: 'flag',
    yes: 'flag',
    elevate: 'flag',
    'dry-run': 'flag',
    json: 'flag',
  },
  operand: { name: 'ports', most: 100 },

  async run(given, context) {
    const wish = readWish(given);
    return withCore(context, async (core) => {
      const choice = chooseKill(await scan(core), wish, core.host.privileged);
      const plan = await planOf(core, choice);
      if (given.flags.has('elevate')) noteElevation(core, context);
      if (choice.targets.length === 0 && choice.results.length === 0) tellNothing(wish, context);
      return given.flags.has('dry-run')
        ? showPlan(choice, plan, wish, given, context)
        : carryOut(core, { choice, plan, wish, given }, context);
    });
  },
};

interface Work {
  readonly choice: KillChoice;
  readonly plan: KillPlanDocument;
  readonly wish: KillWish;
  readonly given: Arguments;
}

function planOf(core: Core, { targets }: KillChoice): Promise<KillPlanDocument> {
  const nothing: KillPlanDocument = { targets: [], needsConsent: false };
  return targets.length === 0 ? Promise.resolve(nothing) : core.planKill({ targets: [...targets] });
}

/** One process on a port was meant by its port; several of a project were not named by anybody. */
function needsConsent({ choice, plan, wish, given }: Work): boolean {
  const elevated = plan.targets.filter((target) => isElevated(target, given));
  return (
    plan.needsConsent ||
    elevated.some(isMoreThanTheObvious) ||
    (wish.kind === 'project' && choice.processes.length > 1)
  );
}

function isMoreThanTheObvious({ processes, alsoCloses, supervisor }: PlannedTarget): boolean {
  return processes.length > 1 || alsoCloses.length > 0 || supervisor !== null;
}

/** Denied to this user, but the system is to be asked for an administrator. */
function isElevated({ verdict, elevation }: PlannedTarget, { flags }: Arguments): boolean {
  return verdict === 'denied' && elevation === 'system' && flags.has('elevate');
}

function noteElevation({ host }: Core, { terminal }: CommandContext): void {
  if (host.platform !== 'linux') return;
  terminal.tell('--elevate does something on macOS and Windows only: here, run the same with sudo.');
}

function showPlan(
  choice: KillChoice,
  plan: KillPlanDocument,
  wish: KillWish,
  given: Arguments,
  { terminal }: CommandContext,
): ExitCode {
  const targets = inOrder([...choice.results.map(settledPlan), ...plan.targets], wish);
  if (given.flags.has('json')) {
    const consent = needsConsent({ choice, plan, wish, given });
    const document: KillPlanJson = { version: 1, targets, needsConsent: consent };
    terminal.print(JSON.stringify(document));
  } else if (targets.length > 0) {
    terminal.print(killPreview(targets, choice.processes));
  }
  const isPossible = (target: PlannedTarget) =>
    target.verdict === 'end' || target.verdict === 'gone' || isElevated(target, given);
  return targets.every(isPossible) ? 0 : 1;
}

async function carryOut(core: Core, work: Work, context: CommandContext): Promise<ExitCode> {
  const { choice, plan, wish, given } = work;
  const { terminal } = context;
  const impossible = plan.targets.filter((target) => isImpossible(target, given));
  const possible = plan.targets.filter((target) => !isImpossible(target, given));
  const isAgreed = !needsConsent(work) || given.flags.has('yes') || (await agree(possible, choice, context));
  const report = isAgreed
    ? await end(core, possible, choice, given, context)
    : refuseAll(
        possible,
        terminal.canAsk ? 'you said no.' : 'more than one plain process; --yes accepts that.',
      );
  const results = inOrder([...choice.results, ...impossible.map(settled.planned), ...report.results], wish);
  if (given.flags.has('json')) {
    const document: KillDocument = { version: 1, results };
    terminal.print(JSON.stringify(document));
  } else {
    for (const result of results) terminal.print(safeText(result.message));
  }
  return results.every(isFree) ? 0 : 1;
}

function isImpossible(target: PlannedTarget, given: Arguments): boolean {
  const { verdict } = target;
  if (isElevated(target, given)) return false;
  return verdict === 'denied' || verdict === 'hidden' || verdict === 'refused';
}

function tellNothing(wish: KillWish, { terminal }: CommandContext): void {
  if (wish.kind === 'process') {
    terminal.tell(`Process ${wish.pid} listens on nothing: there was nothing to end.`);
  }
  if (wish.kind === 'project') {
    terminal.tell(
      `No TCP listener belongs to a project ${safeText(wish.project)}: there was nothing to end.`,
    );
  }
}

function readWish({ operands, values }: Arguments): KillWish {
  const pid = values.get('pid');
  const started = values.get('started');
  const project = values.get('project');
  const ways = [operands.length > 0, pid !== undefined, project !== undefined].filter(Boolean);
  if (ways.length > 1) {
    throw new UsageError('ports, --pid and --project exclude each other: give one of them.');
  }
  if (pid !== undefined) {
    const number = readWithin(pid, 'a process id', 1, 4_294_967_295);
    return { kind: 'process', pid: number, started: started === undefined ? null : readInstant(started) };
  }
  if (started !== undefined)
    throw new UsageError('--started says which process --pid means: give --pid too.');
  if (project !== undefined) return { kind: 'project', project };
  if (operands.length === 0) throw new UsageError('which port? Give at least one, as in: berth kill 3000.');
  return { kind: 'ports', ports: operands.map(readPort) };
}

function readInstant(text: string): number {
  const value = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(value)) return value;
  throw new UsageError(
    `${safeText(text)} is not a moment: give it as ls --json does in startTime, as in 2031-02-03T09:05:07.000Z.`,
  );
}

async function agree(
  targets: readonly PlannedTarget[],
  { processes }: KillChoice,
  { terminal }: CommandContext,
): Promise<boolean> {
  terminal.tell(killPreview(targets, processes));
  return terminal.canAsk && (await terminal.ask('End it?'));
}

function refuseAll(targets: readonly PlannedTarget[], reason: string): KillReport {
  return { results: targets.map(({ port }) => settled.refused(port, reason)) };
}

async function end(
  core: Core,
  planned: readonly PlannedTarget[],
  choice: KillChoice,
  { flags }: Arguments,
  { terminal }: CommandContext,
): Promise<KillReport> {
  const targets = choice.targets.filter((target) => planned.some((one) => isSamePort(one, target)));
  if (targets.length === 0) return { results: [] };
  const request = {
    targets,
    force: flags.has('force'),
    ...(flags.has('elevate') ? { elevate: true } : {}),
  };
  const interrupted = terminal.catchInterrupt();
  if (!terminal.canAsk) return core.kill(request, interrupted);
  const names = [
    ...new Set(
      planned.flatMap((one) => one.processes).map(({ name, pid }) => `${safeText(name)} (pid ${pid})`),
    ),
  ];
  if (names.length > 0) terminal.tell(`Ending ${names.join(', ')}; Ctrl-C stops waiting.`);
  const runId = randomUUID();
  const stopTelling = core.onKillProgress(tellKillProgress(terminal, runId));
  return core.kill({ ...request, runId }, interrupted).finally(stopTelling);
}

function isSamePort(planned: PlannedTarget, target: KillTarget): boolean {
  return planned.port === target.port && planned.protocol === target.protocol;
}

/** As they were asked for. */
function inOrder<T extends { readonly port: number }>(results: readonly T[], wish: KillWish): T[] {
  if (wish.kind !== 'ports') return [...results];
  return wish.ports
    .filter((port, index) => wish.ports.indexOf(port) === index)
    .flatMap((port) => results.filter((result) => result.port === port));
}

/** The port can be bound now. */
function isFree({ outcome }: KillResult): boolean {
  return outcome === 'freed' || outcome === 'gone';
}
