import type { Platform } from '../../../shared/contract/host.ts';
import type { KillReport, KillRequest } from '../../../shared/contract/kill.ts';
import type {
  KillPlanDocument,
  KillProgress,
  KillSteer,
  PlanRequest,
  StoppedSupervisor,
  StopSupervisor,
} from '../../../shared/contract/kill-plan.ts';
import type { Outcome } from '../../../shared/rpc/failure.ts';
import type { Clock } from '../lib/clock.ts';
import { EventSource } from '../lib/event-source.ts';
import { chooseElevation } from './choose-elevation.ts';
import { chooseFamilyReader } from './choose-family-reader.ts';
import { chooseProcessControl } from './choose-process-control.ts';
import { chooseSupervisorTools } from './choose-supervisor-tools.ts';
import type { Elevation } from './elevation.ts';
import type { ContainerBehind, ContainerOf } from './find-supervision.ts';
import { type KillDependencies, killPorts } from './kill.ts';
import { KillSteering } from './kill-steering.ts';
import { planKills } from './plan-kills.ts';
import type { PortView } from './port-view.ts';
import type { ProcessReader } from './process-reader.ts';
import { type StopContainer, stopSupervisor } from './stop-supervisor.ts';

export interface KillerOptions {
  readonly platform: Platform;
  /** The one of `processes`, so that start times are equal; 0 elsewhere than on Linux. */
  readonly bootTimeMs: number;
  readonly processes: ProcessReader;
  readonly ports: PortView;
  readonly clock: Clock;
  /** This user may end whatever can be ended. */
  readonly privileged: boolean;
  protectedNames(): Promise<readonly string[]> | readonly string[];
  /** The container of a holder with its own way to stop; without it containers are known as such, but not by name. */
  readonly containerOf?: ContainerOf;
  /** As `containerOf` for a port whose holder may not be seen. */
  readonly containerBehind?: ContainerBehind;
  /** Stops the container that one of these named. */
  readonly stopContainer?: StopContainer;
  /** How the system is asked for an administrator; that of the platform where it is not given. */
  readonly elevation?: Elevation | null;
}

/** Ends processes for their ports, and says beforehand, meanwhile and afterwards what is so. */
export interface Killer {
  /** What `kill` with these targets would do now. Sends nothing. */
  plan(request: PlanRequest): Promise<KillPlanDocument>;
  /** `signal` ends the waiting: nothing more is sent then, and the results say how far it came. */
  kill(request: KillRequest, signal?: AbortSignal): Promise<KillReport>;
  /** Tells a running kill, or one port of it, how to go on. False when no such run is going on. */
  steer(steer: KillSteer): boolean;
  /** Runs the command that the plan for this target shows, and nothing else. */
  stopSupervisor(request: StopSupervisor, signal?: AbortSignal): Promise<Outcome<StoppedSupervisor>>;
  /** Hears how runs go that have a `runId`. The returned function ends that. */
  onProgress(listener: (progress: KillProgress) => void): () => void;
}

/** Puts together what ends processes on this system. */
export function createKiller(options: KillerOptions): Killer {
  const { platform, bootTimeMs } = options;
  const dependencies = {
    ...options,
    families: chooseFamilyReader({ platform, bootTimeMs }),
    control: chooseProcessControl(platform),
    supervisors: chooseSupervisorTools(platform),
    elevation: options.elevation === undefined ? chooseElevation(platform) : options.elevation,
    ownPid: process.pid,
    uid: process.getuid?.() ?? null,
  };
  const runs = new KillRuns(dependencies);
  return {
    plan: (request) => planKills(request, dependencies),
    kill: (request, signal) => runs.kill(request, signal),
    steer: (steer) => runs.steer(steer),
    stopSupervisor: (request, signal) => stopSupervisor(request, dependencies, signal),
    onProgress: (listener) => runs.progress.subscribe(listener),
  };
}

/** The kills that are going on, by the names that their requests gave them. */
export class KillRuns {
  readonly progress = new EventSource<KillProgress>();
  readonly #dependencies: KillDependencies;
  readonly #steerings = new Map<string, Set<KillSteering>>();

  constructor(dependencies: KillDependencies) {
    this.#dependencies = dependencies;
  }

  async kill(request: KillRequest, signal?: AbortSignal): Promise<KillReport> {
    const steering = new KillSteering(request.targets);
    const { runId } = request;
    // Two interfaces may have chosen the same name: then both runs hear what is wished.
    const sameName =
      runId === undefined ? new Set<KillSteering>() : (this.#steerings.get(runId) ?? new Set());
    sameName.add(steering);
    if (runId !== undefined) this.#steerings.set(runId, sameName);
    try {
      const onProgress = (progress: KillProgress) => this.progress.emit(progress);
      return await killPorts(request, this.#dependencies, { signal, steering, onProgress });
    } finally {
      sameName.delete(steering);
      if (runId !== undefined && sameName.size === 0) this.#steerings.delete(runId);
    }
  }

  steer({ runId, ...wish }: KillSteer): boolean {
    const steerings = [...(this.#steerings.get(runId) ?? [])];
    return steerings.map((steering) => steering.follow(wish)).some(Boolean);
  }
}
