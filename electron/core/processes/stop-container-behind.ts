import type { KillResult, KillTarget, Outcome } from '../../../shared/contract/kill.ts';
import { nameProcess } from './name-process.ts';
import { isVisible, type KnownHolder } from './plan-kill.ts';
import { type StopContainer, type WatchDependencies, watchUntilFree } from './stop-supervisor.ts';
import type { Supervision } from './supervision.ts';

type Stopped = NonNullable<Awaited<ReturnType<StopContainer>>>;

/** What became of the port of a container that was to be stopped. */
export interface ContainerHappening {
  readonly outcome: Outcome;
  readonly newOwner: { readonly pid: number; readonly name: string } | null;
  /** What was sent to the engine. */
  readonly signals: readonly string[];
  readonly waitedMs: number;
  readonly message: string;
}

/** True where the person named this very container, and its engine can be asked. */
export function isToBeStopped(target: KillTarget, supervision: Supervision | null): boolean {
  return (
    supervision?.isProxy === true &&
    supervision.command !== null &&
    supervision.containerId !== undefined &&
    target.container === supervision.containerId
  );
}

/** Stops the container over the socket of its engine, and looks what became of the port. Null where nobody can. */
export async function stopContainerBehind(
  target: KillTarget,
  command: readonly string[],
  force: boolean,
  dependencies: WatchDependencies & { readonly stopContainer?: StopContainer },
  signal: AbortSignal | undefined,
): Promise<ContainerHappening | null> {
  const { clock } = dependencies;
  const startedAt = clock.elapsed();
  const stopped = await dependencies.stopContainer?.(command, signal, force);
  if (!stopped) return null;
  const holders = await watchUntilFree(target, dependencies, signal);
  const waitedMs = Math.round(clock.elapsed() - startedAt);
  return { ...conclude(target.port, stopped, holders), signals: ['stop container'], waitedMs };
}

export function containerResult(
  port: number,
  supervision: Supervision | null,
  { outcome, signals, waitedMs, newOwner, message }: ContainerHappening,
): KillResult {
  return {
    port,
    outcome,
    signals: [...signals],
    waitedMs,
    processes: [],
    newOwner,
    supervisor: supervision?.name ?? null,
    supervisorCommand: outcome === 'freed' || !supervision?.command ? null : [...supervision.command],
    undo: null,
    message,
  };
}

type Conclusion = Pick<ContainerHappening, 'outcome' | 'newOwner' | 'message'>;

function conclude(port: number, { outcome, message }: Stopped, holders: readonly KnownHolder[]): Conclusion {
  if (holders.length === 0) {
    return { outcome: 'freed', newOwner: null, message: `Port ${port} is free. ${message}` };
  }
  const [owner] = holders.filter(isVisible);
  const newOwner = owner ? { pid: owner.pid, name: owner.name } : null;
  const held = owner ? `held by ${nameProcess(owner)}` : 'held by a process that you may not see';
  const still = { newOwner: null, message: `Port ${port} is still ${held}. ${message}` };
  switch (outcome) {
    case 'denied':
      return { ...still, outcome: 'denied' };
    case 'failed':
      return { ...still, outcome: 'survived' };
    case 'runs-again':
      return { outcome: 'respawned', newOwner, message: `Port ${port} is ${held} again. ${message}` };
    case 'stopped':
      return owner
        ? { outcome: 'taken', newOwner, message: `${message} But port ${port} is ${held} now.` }
        : { ...still, outcome: 'survived' };
  }
}
