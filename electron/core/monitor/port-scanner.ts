import { homedir } from 'node:os';
import type { Platform } from '../../../shared/contract/host.ts';
import type { Listener } from '../../../shared/contract/ports.ts';
import type { SourceStatus } from '../../../shared/contract/snapshot.ts';
import { type Containers, createContainers } from '../containers/create-containers.ts';
import type { Clock } from '../lib/clock.ts';
import { systemClock } from '../lib/clock.ts';
import { openPortSource } from '../ports/choose-port-source.ts';
import { type ListenerChanges, ListenerTable, type MergedListener } from '../ports/merge-listeners.ts';
import { serviceName } from '../ports/port-knowledge.ts';
import type { PortSource } from '../ports/port-source.ts';
import { rangeOfPort } from '../ports/range-of-port.ts';
import { reachOfAddress } from '../ports/reach-of-address.ts';
import { chooseProcessReader } from '../processes/choose-process-reader.ts';
import type { ProcessReader } from '../processes/process-reader.ts';
import { ProcessTable } from '../processes/process-table.ts';
import { ProjectFinder } from '../processes/project-finder.ts';
import { ContainerNames } from './container-names.ts';
import { OwnerLedger } from './owner-ledger.ts';
import type { Scanner } from './scan-loop.ts';
import type { ScanDelta, ScanReport } from './scan-report.ts';
import type { WorkerStart } from './worker-messages.ts';

/** A scan that takes longer than this is called slow. */
const slowMs = 1000;

interface OpenSource {
  readonly source: PortSource;
  readonly fallbackReason: string | null;
}

export interface PortScannerParts {
  readonly openSource: () => Promise<OpenSource>;
  readonly reader: ProcessReader;
  readonly processes: ProcessTable;
  readonly containers: Pick<Containers, 'containerIdOf' | 'mayBelong' | 'find' | 'problems'>;
  readonly clock: Clock;
  /** Milliseconds that a scan waits for new processes to be read before it tells the listeners without them. */
  readonly patienceMs: number;
}

/** The scanner of this system. */
export function createPortScanner({ platform, bootTimeMs }: WorkerStart, patienceMs: number): Scanner {
  const reader = chooseProcessReader({ platform, bootTimeMs });
  return new PortScanner({
    openSource: () => openPortSource({ platform, bootTimeMs }),
    reader,
    processes: new ProcessTable({ platform, reader, projects: new ProjectFinder(homedir()) }),
    containers: openContainers(platform, patienceMs),
    clock: systemClock,
    patienceMs,
  });
}

/** A command that runs once and waits for everything has no later scan that could name a container. */
function openContainers(platform: Platform, patienceMs: number): Containers {
  return createContainers({
    platform,
    env: process.env,
    home: homedir(),
    uid: process.getuid?.() ?? null,
    clock: systemClock,
    log: null,
    patienceMs: patienceMs === Number.POSITIVE_INFINITY ? 1500 : 200,
  });
}

/** Joins sockets and processes into what the monitor shows. Reads a process once, when it first holds a listener. */
export class PortScanner implements Scanner {
  readonly #parts: PortScannerParts;
  readonly #table = new ListenerTable();
  readonly #ledger: OwnerLedger;
  readonly #names: ContainerNames;
  #open: OpenSource | null = null;
  /** The first scan tells everything, and so does the one after a failure that may have lost something. */
  #isIncomplete = true;
  #durationMs = 0;

  constructor(parts: PortScannerParts) {
    this.#parts = parts;
    this.#ledger = new OwnerLedger(parts.processes, parts.patienceMs);
    this.#names = new ContainerNames({ ...parts, ledger: this.#ledger });
  }

  async scan(): Promise<ScanReport> {
    const startedAt = this.#parts.clock.elapsed();
    try {
      this.#open ??= await this.#parts.openSource();
      const changes = this.#table.apply(await this.#open.source.scan());
      const delta = await this.#delta(changes);
      this.#isIncomplete = false;
      this.#durationMs = this.#parts.clock.elapsed() - startedAt;
      return { delta, source: this.#status(this.#durationMs > slowMs ? 'slow' : 'ok', null) };
    } catch (error) {
      this.#isIncomplete = true;
      return { delta: null, source: this.#status('failing', messageOf(error)) };
    }
  }

  close(): void {
    this.#open?.source.close();
    this.#open = null;
  }

  async #delta(changes: ListenerChanges): Promise<ScanDelta | null> {
    const full = this.#isIncomplete;
    const changed = full ? this.#table.listeners : this.#withUnfinished(changes.changed);
    if (!full && changed.length + changes.removed.length === 0) return null;
    const owners = await this.#ledger.update(changed, changes.removed);
    const renamed = await this.#names.update(changed, changes.removed, owners.removed);
    const processes = full ? this.#ledger.all() : new Set([...owners.changed, ...renamed]);
    return {
      full,
      scannedAt: this.#parts.clock.now(),
      listeners: changed.map((listener) => this.#listener(listener)),
      removedListeners: changes.removed,
      processes: [...processes].map((process) => this.#names.named(process)),
      removedProcesses: owners.removed,
    };
  }

  #withUnfinished(changed: readonly MergedListener[]): readonly MergedListener[] {
    const ids = new Set(changed.map(({ id }) => id));
    const again = new Set([...this.#ledger.unfinished(), ...this.#names.due()].filter((id) => !ids.has(id)));
    return [...changed, ...[...again].flatMap((id) => this.#table.listener(id) ?? [])];
  }

  #listener(merged: MergedListener): Listener {
    const { id, protocol, family, address, port, ownersHidden, uid } = merged;
    return {
      id,
      protocol,
      family,
      address,
      port,
      reach: reachOfAddress(address),
      range: rangeOfPort(port),
      serviceName: serviceName(port, protocol),
      label: null,
      owners: [...this.#ledger.ownersOf(id)],
      ownersHidden,
      socketUser: uid === null ? null : this.#parts.reader.userName(uid),
      container: this.#names.containerOf(id),
    };
  }

  #status(state: SourceStatus['state'], lastError: string | null): SourceStatus {
    return {
      name: this.#open?.source.name ?? 'none',
      state,
      durationMs: Math.round(this.#durationMs * 100) / 100,
      lastError,
      fallbackReason: this.#open?.fallbackReason ?? null,
      ...this.#containerProblems(),
    };
  }

  /** An engine that nobody needs may turn this user away without a word about it. */
  #containerProblems(): Pick<SourceStatus, 'containerProblems'> {
    const problems = this.#names.hasUnnamed() ? [...new Set(this.#parts.containers.problems())] : [];
    return problems.length > 0 ? { containerProblems: problems } : {};
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
