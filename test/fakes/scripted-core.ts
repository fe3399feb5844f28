import type { Attention, Core, PortFacts, WatchOptions } from '../../electron/core/core.ts';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import type { FreePorts, FreePortsRequest } from '../../shared/contract/free-ports.ts';
import type { KillReport, KillRequest, KillResult, KillTarget } from '../../shared/contract/kill.ts';
import type {
  KillPlanDocument,
  KillProgress,
  PlannedTarget,
  PlanRequest,
  StoppedSupervisor,
} from '../../shared/contract/kill-plan.ts';
import type { Listener } from '../../shared/contract/ports.ts';
import type { Process } from '../../shared/contract/processes.ts';
import type { ProcessOutput, RestartRequest, RestartResult } from '../../shared/contract/restart.ts';
import type { Changes, Snapshot, SourceStatus } from '../../shared/contract/snapshot.ts';
import { fail, type Outcome, succeed } from '../../shared/rpc/failure.ts';
import { idleAreas } from './idle-areas.ts';

const healthy: SourceStatus = {
  name: 'proc',
  state: 'ok',
  durationMs: 3.5,
  lastError: null,
  fallbackReason: null,
};

/** A core whose list is given, for tests about what a shell makes of it. It ends nobody. */
export class ScriptedCore implements Core {
  host: Core['host'] = {
    version: '1.2.3',
    platform: 'linux',
    hostname: 'box',
    user: 'maya',
    home: '/home/maya',
    privileged: false,
    pid: 4,
  };
  listeners: readonly Listener[] = [];
  processes: readonly Process[] = [];
  source: SourceStatus = healthy;
  readonly folders = idleAreas().folders;
  readonly probes = idleAreas().probes;
  readonly doctor = idleAreas().doctor;
  readonly history = idleAreas().history;
  readonly connections = idleAreas().connections;
  killOutcome: KillResult['outcome'] = 'freed';
  freePorts: Outcome<FreePorts> = succeed({ ports: [62_900] });
  facts: PortFacts = { range: 'dynamic', serviceName: null, label: null };
  /** What a plan says of a port, beyond ending its owners. */
  readonly plans = new Map<number, Partial<PlannedTarget>>();
  /** What is told while a kill runs. */
  progress: readonly Omit<KillProgress, 'runId'>[] = [];
  readonly killed: KillRequest[] = [];
  readonly freeRequests: FreePortsRequest[] = [];
  killSignal: AbortSignal | null = null;
  watching: WatchOptions | null = null;
  isVisible = false;
  isPaused = false;
  isClosed = false;
  #tellProgress: ((progress: KillProgress) => void) | null = null;
  #tellChanges: ((changes: Changes) => void) | null = null;
  #tellSource: ((status: SourceStatus) => void) | null = null;

  snapshot(): Snapshot {
    return {
      sequence: 1,
      scannedAt: '2026-01-02T04:04:05.670Z',
      source: this.source,
      listeners: [...this.listeners],
      processes: [...this.processes],
    };
  }

  async refresh(): Promise<Snapshot> {
    return this.snapshot();
  }

  async startWatching(options: WatchOptions = {}): Promise<void> {
    this.watching = options;
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }

  attend(): Attention {
    return {
      setVisible: (visible) => {
        this.isVisible = visible;
      },
      release: () => {
        this.isVisible = false;
      },
    };
  }

  onChanges(listener: (changes: Changes) => void): () => void {
    this.#tellChanges = listener;
    return () => {
      this.#tellChanges = null;
    };
  }

  onSource(listener: (status: SourceStatus) => void): () => void {
    this.#tellSource = listener;
    return () => {
      this.#tellSource = null;
    };
  }

  onSettings(): () => void {
    return () => undefined;
  }

  emitChanges(changes: Changes): void {
    this.#tellChanges?.(changes);
  }

  emitSource(change: Partial<SourceStatus>): void {
    this.#tellSource?.({ ...healthy, ...change });
  }

  async describePort(): Promise<PortFacts> {
    return this.facts;
  }

  async kill(request: KillRequest, signal: AbortSignal): Promise<KillReport> {
    this.killed.push(request);
    this.killSignal = signal;
    const { runId = '' } = request;
    for (const progress of this.progress) this.#tellProgress?.({ ...progress, runId });
    return {
      results: request.targets.map(({ port }) => ({
        port,
        outcome: this.killOutcome,
        signals: ['SIGTERM'],
        waitedMs: 12,
        processes: [],
        newOwner: null,
        supervisor: null,
        supervisorCommand: null,
        undo: null,
        message: `${port} is ${this.killOutcome}.`,
      })),
    };
  }

  async planKill({ targets }: PlanRequest): Promise<KillPlanDocument> {
    const planned = targets.map((target) => ({ ...this.#plainPlan(target), ...this.plans.get(target.port) }));
    const needsConsent = planned.some(
      ({ verdict, processes, alsoCloses }) =>
        verdict === 'stop-instead' || processes.length > 1 || alsoCloses.length > 0,
    );
    return { targets: planned, needsConsent };
  }

  #plainPlan({ port, protocol, owners }: KillTarget): PlannedTarget {
    const known = this.processes.filter(({ pid }) => owners.some((owner) => owner.pid === pid));
    return {
      port,
      protocol,
      verdict: 'end',
      processes: known.map(({ pid, startTime, name, user }) => ({
        pid,
        startTime,
        name,
        user,
        role: 'owner',
      })),
      alsoCloses: [],
      supervisor: null,
      elevated: null,
      elevation: null,
      reason: `${port} can be freed.`,
    };
  }

  steerKill(): boolean {
    return false;
  }

  onKillProgress(listener: (progress: KillProgress) => void): () => void {
    this.#tellProgress = listener;
    return () => {
      this.#tellProgress = null;
    };
  }

  async stopSupervisor(): Promise<Outcome<StoppedSupervisor>> {
    return fail('not-allowed', 'There is nothing to stop.');
  }

  async restart({ target }: RestartRequest): Promise<RestartResult> {
    return {
      port: target.port,
      outcome: 'refused',
      process: null,
      waitedMs: 0,
      exitCode: null,
      signal: null,
      lastLines: [],
      message: `${target.port} is not restarted.`,
    };
  }

  async undoKill(): Promise<Outcome<readonly RestartResult[]>> {
    return fail('not-found', 'There is nothing to undo.');
  }

  async readOutput(): Promise<Outcome<ProcessOutput>> {
    return fail('not-found', 'There is no output.');
  }

  async findFreePorts(request: FreePortsRequest): Promise<Outcome<FreePorts>> {
    this.freeRequests.push(request);
    return this.freePorts;
  }

  async readProcess(): Promise<Outcome<Process>> {
    return fail('not-found', 'There is no such process.');
  }

  async settings() {
    return defaultSettings;
  }

  async changeSettings() {
    return succeed(defaultSettings);
  }

  async setLabel() {
    return succeed({});
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }
}
