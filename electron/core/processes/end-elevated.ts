import type { Clock } from '../lib/clock.ts';
import type { ElevatedReport, ElevatedState, Elevation, ElevationRefusal } from './elevation.ts';
import { elevationPrompt } from './elevation-prompt.ts';
import { identityKey, isSameProcess } from './identity.ts';
import type { Ending } from './kill-ladder.ts';
import type { Victim } from './plan-kill.ts';
import type { ProcessReader } from './process-reader.ts';

/** Nobody can lengthen this once it runs, and force would cost what a database still has to write. */
const graceMs = 15_000;
const forceMs = 2000;

/** Why more rights did not help; `powerless`: not even an administrator may end it. */
export interface ElevationFailure {
  readonly refusal: ElevationRefusal | 'powerless';
  readonly detail: string | null;
}

export interface ElevatedEndings {
  /** By key of the process; empty where nothing was run. */
  readonly endings: ReadonlyMap<string, Ending>;
  readonly failure: ElevationFailure | null;
}

export interface ElevatedWork {
  readonly ports: readonly number[];
  /** Children before parents. */
  readonly victims: readonly Victim[];
  readonly force: boolean;
  readonly signal: AbortSignal | undefined;
}

export interface ElevationWorld {
  readonly elevation: Elevation;
  readonly processes: ProcessReader;
  readonly clock: Clock;
}

/** Lets the system ask for an administrator, once for all of them, and says of each what became of it. */
export async function endElevated(work: ElevatedWork, world: ElevationWorld): Promise<ElevatedEndings> {
  const { victims, ports, force, signal } = work;
  const { elevation, clock } = world;
  if (victims.length > elevation.mostProcesses) {
    return refuse('failed', `${victims.length} processes are too many for one request`);
  }
  if (signal?.aborted) return refuse('unanswered', null);
  const startedAt = clock.elapsed();
  const prompt = elevationPrompt(ports, victims);
  const processes = victims.map(({ pid, startTime }) => ({ pid, startTime }));
  const report = await elevation.end({ processes, prompt, force, graceMs, forceMs }, signal);
  const waitedMs = clock.elapsed() - startedAt;
  // What was called off may have been agreed to a moment before; then only a look at the processes tells.
  if (report.kind === 'refused' && !signal?.aborted) return refuse(report.refusal, report.detail);
  return { endings: await endingsOf(report, victims, waitedMs, force, world), failure: null };
}

function refuse(refusal: ElevationRefusal, detail: string | null): ElevatedEndings {
  return { endings: new Map(), failure: { refusal, detail } };
}

/** The script says what was sent; whether a process is there is looked at, as after every other kill. */
async function endingsOf(
  report: ElevatedReport,
  victims: readonly Victim[],
  waitedMs: number,
  force: boolean,
  { elevation, processes }: ElevationWorld,
): Promise<ReadonlyMap<string, Ending>> {
  const states = report.kind === 'ran' ? report.states : new Map<number, ElevatedState>();
  const running = await processes.identify(victims.map(({ pid }) => pid));
  return new Map(
    victims.map((victim) => {
      const now = running.get(victim.pid);
      const isAlive = now !== undefined && isSameProcess(now, victim);
      const told = states.get(victim.pid);
      const state = isAlive ? (told === 'denied' ? 'denied' : 'alive') : 'ended';
      const signals = told === undefined ? [] : signalsOf(told, force, elevation);
      return [identityKey(victim), { state, signals, waitedMs }];
    }),
  );
}

function signalsOf(state: ElevatedState, force: boolean, { signals }: Elevation): readonly string[] {
  switch (state) {
    case 'gone':
    case 'denied':
      return [];
    case 'asked':
      return [signals.ask];
    case 'forced':
    case 'alive':
      return force || !signals.alwaysAsks ? [signals.force] : [signals.ask, signals.force];
  }
}
