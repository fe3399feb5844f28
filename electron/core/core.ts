import type { Connections } from '../../shared/contract/connections.ts';
import type { FreePorts, FreePortsRequest } from '../../shared/contract/free-ports.ts';
import type { Host } from '../../shared/contract/host.ts';
import type { KillReport, KillRequest } from '../../shared/contract/kill.ts';
import type {
  KillPlanDocument,
  KillProgress,
  KillSteer,
  PlanRequest,
  StoppedSupervisor,
  StopSupervisor,
} from '../../shared/contract/kill-plan.ts';
import type { LabelChange } from '../../shared/contract/labels.ts';
import type { PortRange } from '../../shared/contract/ports.ts';
import type { Process, ProcessIdentityWire } from '../../shared/contract/processes.ts';
import type { ProcessOutput, RestartRequest, RestartResult } from '../../shared/contract/restart.ts';
import type { Settings, SettingsChange } from '../../shared/contract/settings.ts';
import type { Changes, Snapshot, SourceStatus } from '../../shared/contract/snapshot.ts';
import type { UndoRequest } from '../../shared/contract/undo.ts';
import type { Outcome } from '../../shared/rpc/failure.ts';
import type { Doctor } from './doctor/doctor.ts';
import type { Folders } from './folders/folders.ts';
import type { HistoryKeeper } from './history/history.ts';
import type { Probes } from './probes/probes.ts';

/** Somebody who looks at the list. While one of them sees it, scanning runs at its active pace. */
export interface Attention {
  setVisible(visible: boolean): void;
  release(): void;
}

/** What is known about a port number, whether or not something listens there. */
export interface PortFacts {
  readonly range: PortRange;
  /** What IANA registered, for TCP or else for UDP. */
  readonly serviceName: string | null;
  /** The user's own name for it. */
  readonly label: string | null;
}

export interface WatchOptions {
  /** Milliseconds between two scans while somebody looks, in place of the one in the settings. */
  readonly intervalMs?: number;
}

/** No source answers, so nothing can be said about a port. */
export class PortsUnreadableError extends Error {
  constructor(reason: string) {
    super(`The ports cannot be read right now: ${reason}`);
    this.name = 'PortsUnreadableError';
  }
}

/** Everything Berth can do, for shells to offer. Made by `createCore`. */
export interface Core {
  /** Facts about this machine and user; the shell adds what it can do itself. */
  readonly host: Omit<Host, 'capabilities'>;
  /** The state as last scanned. Empty, with sequence 0, before the first `refresh`. */
  snapshot(): Snapshot;
  /** Scans now; resolves with the snapshot that holds the result. */
  refresh(): Promise<Snapshot>;
  /** Scans on and on, at a pace that fits who looks, until closed. */
  startWatching(options?: WatchOptions): Promise<void>;
  /** Stops scanning by itself until `resume`; what is asked for is still read. */
  pause(): void;
  resume(): void;
  attend(): Attention;
  onChanges(listener: (changes: Changes) => void): () => void;
  onSource(listener: (status: SourceStatus) => void): () => void;
  onSettings(listener: (settings: Settings) => void): () => void;

  readonly folders: Folders;
  readonly probes: Probes;
  readonly doctor: Doctor;
  readonly history: HistoryKeeper;
  /** Who is connected to a listener right now. */
  connections(listenerId: string): Promise<Outcome<Connections>>;

  describePort(port: number): Promise<PortFacts>;
  /** Throws a `PortsUnreadableError` when what became of a port cannot be seen. */
  kill(request: KillRequest, signal: AbortSignal): Promise<KillReport>;
  planKill(request: PlanRequest): Promise<KillPlanDocument>;
  /** False when no such run is going on. */
  steerKill(steer: KillSteer): boolean;
  onKillProgress(listener: (progress: KillProgress) => void): () => void;
  stopSupervisor(request: StopSupervisor, signal: AbortSignal): Promise<Outcome<StoppedSupervisor>>;
  restart(request: RestartRequest, signal: AbortSignal): Promise<RestartResult>;
  undoKill(request: UndoRequest): Promise<Outcome<readonly RestartResult[]>>;
  readOutput(identity: ProcessIdentityWire): Promise<Outcome<ProcessOutput>>;
  findFreePorts(request: FreePortsRequest): Promise<Outcome<FreePorts>>;
  readProcess(identity: ProcessIdentityWire): Promise<Outcome<Process>>;
  settings(): Promise<Settings>;
  changeSettings(change: SettingsChange): Promise<Outcome<Settings>>;
  setLabel(change: LabelChange): Promise<Outcome<Record<string, never>>>;
  close(): Promise<void>;
}
