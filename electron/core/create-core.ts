import { homedir, networkInterfaces } from 'node:os';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import { fail, succeed } from '../../shared/rpc/failure.ts';
import { createContainerView } from './container-view.ts';
import { createContainers } from './containers/create-containers.ts';
import { type Core, PortsUnreadableError } from './core.ts';
import type { CoreHost } from './core-host.ts';
import { chooseSystemFacts } from './doctor/choose-system-facts.ts';
import { createDoctor } from './doctor/create-doctor.ts';
import type { Folders } from './folders/folders.ts';
import { findFreePorts } from './free-ports/find-free-ports.ts';
import { LabelStore } from './labels/label-store.ts';
import { readBootTime } from './lib/linux-boot-time.ts';
import { Monitor } from './monitor/monitor.ts';
import { openLocalFeed } from './monitor/open-local-feed.ts';
import { openWorkerFeed } from './monitor/open-worker-feed.ts';
import { createPortScanner } from './monitor/port-scanner.ts';
import type { OpenScanFeed } from './monitor/scan-feed.ts';
import { notBuilt } from './not-built.ts';
import { createPortView } from './port-view.ts';
import { serviceName } from './ports/port-knowledge.ts';
import { rangeOfPort } from './ports/range-of-port.ts';
import type { Probes } from './probes/probes.ts';
import { chooseProcessReader } from './processes/choose-process-reader.ts';
import { createKiller } from './processes/create-killer.ts';
import { fromWireIdentity } from './processes/identity.ts';
import { ProcessTable } from './processes/process-table.ts';
import { ProjectFinder } from './processes/project-finder.ts';
import { createRestarter } from './processes/restarter.ts';
import { readHost } from './read-host.ts';
import { SettingsStore } from './settings/settings-store.ts';

/** Puts the core together. Nothing is read or started before it is asked for. */
export function createCore(host: CoreHost): Core {
  const { platform, clock } = host;
  const bootTimeMs = platform === 'linux' ? readBootTime() : 0;
  const files = { dataFolder: host.dataFolder, tell: (sentence: string) => host.log.warn(sentence) };
  const settings = new SettingsStore(files);
  const labels = new LabelStore(files);
  const reader = chooseProcessReader({ platform, bootTimeMs });
  const processes = new ProcessTable({ platform, reader, projects: new ProjectFinder(homedir()) });
  const monitor = new Monitor({
    openFeed: openFeed(host, bootTimeMs),
    clock,
    labelOf: (port) => labels.labelOf(port),
    intervalMs: defaultSettings.scanIntervalMs,
  });
  const facts = readHost(host);
  /** A kill can be taken back only by the run that remembers it. */
  const staysRunning = host.scanWorkerFile !== null;
  const ports = createPortView(
    () => monitor.refresh(),
    () => monitor.snapshot(),
  );
  const containers = createContainers({
    platform,
    env: process.env,
    home: homedir(),
    uid: process.getuid?.() ?? null,
    clock,
    log: host.log,
  });
  const { containerOf, stopContainer } = createContainerView(containers, () => monitor.snapshot());
  const killer = createKiller({
    platform,
    bootTimeMs,
    processes: reader,
    ports,
    clock,
    privileged: facts.privileged,
    protectedNames: async () => (await settings.read()).protectedNames,
    containerOf,
    stopContainer,
  });

  const restarter = createRestarter({
    platform,
    processes: reader,
    ports,
    clock,
    dataFolder: host.dataFolder,
    ownPid: process.pid,
    kill: (request, signal) => killer.kill(request, signal),
    containerOf,
  });

  const probes = notBuilt<Probes>({ answers: () => [], onAnswer: () => () => undefined });
  const doctor = createDoctor({
    platform,
    privileged: facts.privileged,
    hostname: facts.hostname,
    now: () => clock.now(),
    scan: async () => {
      const snapshot = await monitor.refresh();
      if (snapshot.source.state === 'failing') {
        throw new PortsUnreadableError(snapshot.source.lastError ?? 'no source answers');
      }
      return snapshot;
    },
    ownAddresses: () =>
      Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address)),
    async findFreePort() {
      const found = await findFreePorts(
        { count: 1, range: null },
        { platform, privileged: facts.privileged },
      );
      return found.ok ? (found.value.ports[0] ?? null) : null;
    },
    system: chooseSystemFacts(platform),
    planProbe: async (listenerId) => probes.plan(listenerId),
    probe: async (listenerId, signal) => probes.run(listenerId, 'doctor', signal),
    localhost: async (port, connect, signal) => probes.localhost({ port, connect }, signal),
  });

  settings.changes.subscribe(({ scanIntervalMs }) => monitor.setInterval(scanIntervalMs));
  labels.changes.subscribe((changed) => {
    for (const port of changed) monitor.relabel(port);
  });

  return {
    host: facts,
    snapshot: () => monitor.snapshot(),
    async refresh() {
      await labels.read();
      return monitor.refresh();
    },
    async startWatching(options) {
      await Promise.all([labels.read(), settings.read()]);
      restarter.keepOutputBounded();
      monitor.startWatching(options?.intervalMs);
    },
    attend: () => monitor.attend(),
    onChanges: (listener) => monitor.changes.subscribe(listener),
    onSource: (listener) => monitor.source.subscribe(listener),
    onSettings: (listener) => settings.changes.subscribe(listener),

    folders: notBuilt<Folders>({ list: () => [], onChange: () => () => undefined }),
    probes,
    doctor,
    history: notBuilt({}),
    connections: async () => fail('unsupported', 'Not built yet.'),

    async describePort(port) {
      await labels.read();
      return {
        range: rangeOfPort(port),
        serviceName: serviceName(port, 'tcp') ?? serviceName(port, 'udp'),
        label: labels.labelOf(port),
      };
    },
    kill(request, signal) {
      monitor.hurry();
      return staysRunning ? restarter.kill(request, signal) : killer.kill(request, signal);
    },
    planKill: (request) => killer.plan(request),
    steerKill: (steer) => killer.steer(steer),
    onKillProgress: (listener) => killer.onProgress(listener),
    stopSupervisor: (request, signal) => killer.stopSupervisor(request, signal),
    restart(request, signal) {
      monitor.hurry();
      return restarter.restart(request, signal);
    },
    undoKill(request) {
      monitor.hurry();
      return restarter.undo(request);
    },
    readOutput: (identity) => restarter.readOutput(identity),
    findFreePorts: (request) => findFreePorts(request, { platform, privileged: facts.privileged }),
    async readProcess(identity) {
      const found = await processes.refresh(fromWireIdentity(identity));
      if (!found) return fail('not-found', `Process ${identity.pid} has ended.`);
      processes.forget([found.key]);
      return succeed(found);
    },
    settings: () => settings.read(),
    changeSettings: (change) => settings.change(change),
    setLabel: (change) => labels.change(change),
    async close() {
      restarter.close();
      await monitor.close();
    },
  };
}

function openFeed({ platform, clock, log, scanWorkerFile }: CoreHost, bootTimeMs: number): OpenScanFeed {
  const start = { platform, bootTimeMs };
  if (scanWorkerFile === null) {
    const patienceMs = Number.POSITIVE_INFINITY;
    return openLocalFeed(createPortScanner(start, patienceMs), clock);
  }
  return openWorkerFeed({ workerFile: scanWorkerFile, start, clock, log });
}
