import { homedir } from 'node:os';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import { fail, succeed } from '../../shared/rpc/failure.ts';
import { actOnPorts } from './act-on-ports.ts';
import { createContainerView } from './container-view.ts';
import { createContainers } from './containers/create-containers.ts';
import type { Core } from './core.ts';
import type { CoreHost } from './core-host.ts';
import { createFolders } from './folders/create-folders.ts';
import { findFreePorts } from './free-ports/find-free-ports.ts';
import { createHistory } from './history/create-history.ts';
import { LabelStore } from './labels/label-store.ts';
import { readBootTime } from './lib/linux-boot-time.ts';
import { createNotes } from './listener-notes.ts';
import { Monitor } from './monitor/monitor.ts';
import { openLocalFeed } from './monitor/open-local-feed.ts';
import { openWorkerFeed } from './monitor/open-worker-feed.ts';
import { createPortScanner } from './monitor/port-scanner.ts';
import type { OpenScanFeed } from './monitor/scan-feed.ts';
import { changesProbing, openProbes } from './open-probes.ts';
import { createPortView } from './port-view.ts';
import { serviceName } from './ports/port-knowledge.ts';
import { rangeOfPort } from './ports/range-of-port.ts';
import { chooseProcessReader } from './processes/choose-process-reader.ts';
import { createKiller } from './processes/create-killer.ts';
import { fromWireIdentity } from './processes/identity.ts';
import type { Holder } from './processes/port-view.ts';
import { ProcessTable } from './processes/process-table.ts';
import { ProjectFinder } from './processes/project-finder.ts';
import { createRestarter } from './processes/restarter.ts';
import { createConnectionsReader } from './read-connections.ts';
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
  const facts = readHost(host);
  const probing = openProbes({ host, facts, monitor: () => monitor, settings });
  const monitor: Monitor = new Monitor({
    openFeed: openFeed(host, bootTimeMs),
    clock,
    dressing: {
      labelOf: (port) => labels.labelOf(port),
      notesOf: createNotes(() => folders.list(), probing.notesOf),
    },
    intervalMs: defaultSettings.scanIntervalMs,
  });
  const history = createHistory({
    dataFolder: host.dataFolder,
    clock,
    snapshot: () => monitor.snapshot(),
    onChanges: (listener) => monitor.changes.subscribe(listener),
    tell: (sentence) => host.log.warn(sentence),
  });
  /** A kill can be taken back only by the run that remembers it. */
  const staysRunning = host.scanWorkerFile !== null;
  const ports = createPortView(
    () => monitor.refresh(),
    () => monitor.snapshot(),
  );
  const folders = createFolders({
    dataFolder: host.dataFolder,
    home: homedir(),
    platform,
    privileged: facts.privileged,
    clock,
    startProgram: host.startNodeProgram,
    programFile: host.folderProgramFile,
    holderOf: async (port) => nameOfHolder(await ports.holders(port, 'tcp')),
    heldPorts: () => new Set(monitor.snapshot().listeners.map(({ port }) => port)),
    settings: () => settings.read(),
    tell: (sentence) => host.log.warn(sentence),
    remember: staysRunning,
  });
  const containers = createContainers({
    platform,
    env: process.env,
    home: homedir(),
    uid: process.getuid?.() ?? null,
    clock,
    log: host.log,
  });
  const { containerOf, containerBehind, stopContainer } = createContainerView(containers, () =>
    monitor.snapshot(),
  );
  const killer = createKiller({
    platform,
    bootTimeMs,
    processes: reader,
    ports,
    clock,
    privileged: facts.privileged,
    protectedNames: async () => (await settings.read()).protectedNames,
    containerOf,
    containerBehind,
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

  const probes = probing.open();
  const actions = actOnPorts({
    folders,
    ports,
    clock,
    history,
    hurry: () => monitor.hurry(),
    others: {
      kill: (request, signal) =>
        staysRunning ? restarter.kill(request, signal) : killer.kill(request, signal),
      restart: (request, signal) => restarter.restart(request, signal),
      undo: (request) => restarter.undo(request),
    },
  });

  let lastSettings = settings.last;
  settings.changes.subscribe((now) => {
    monitor.setInterval(now.scanIntervalMs);
    if (changesProbing(lastSettings, now)) monitor.dressAgain();
    lastSettings = now;
  });
  folders.onChange((list) => monitor.dressAgain(list.map(({ port }) => port)));
  labels.changes.subscribe((changed) => monitor.dressAgain(changed));

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
      if (staysRunning) await history.start();
      monitor.startWatching(options?.intervalMs);
      // A command that watches only watches.
      if (!staysRunning) return;
      // Whoever opens the list does not wait for folders.
      folders.resume().catch((error: unknown) => host.log.error('Folders could not be served again', error));
      probes.startAutomatic();
    },
    pause: () => monitor.pause(),
    resume: () => monitor.resume(),
    attend: () => monitor.attend(),
    onChanges: (listener) => monitor.changes.subscribe(listener),
    onSource: (listener) => monitor.source.subscribe(listener),
    onSettings: (listener) => settings.changes.subscribe(listener),

    folders,
    probes,
    doctor: {
      async diagnose(request, signal) {
        // Loaded when it is asked: `berth ls` begins sooner without it.
        const { openDoctor } = await import('./open-doctor.ts');
        const refresh = () => monitor.refresh();
        return openDoctor({ platform, facts, clock, refresh, probes }).diagnose(request, signal);
      },
    },
    history,
    connections: createConnectionsReader(platform, () => monitor.snapshot()),

    async describePort(port) {
      await labels.read();
      return {
        range: rangeOfPort(port),
        serviceName: serviceName(port, 'tcp') ?? serviceName(port, 'udp'),
        label: labels.labelOf(port),
      };
    },
    kill: (request, signal) => actions.kill(request, signal),
    planKill: (request) => killer.plan(request),
    steerKill: (steer) => killer.steer(steer),
    onKillProgress: (listener) => killer.onProgress(listener),
    stopSupervisor: (request, signal) => killer.stopSupervisor(request, signal),
    restart: (request, signal) => actions.restart(request, signal),
    undoKill: (request) => actions.undo(request),
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
      await probes.close();
      await folders.close();
      await history.close();
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

/** For a sentence: `python3 (60311)`. */
function nameOfHolder(holders: readonly Holder[]): string | null {
  const [first] = holders;
  if (!first) return null;
  if (first.hidden) return first.user === null ? 'another user' : `a program of ${first.user}`;
  return `${first.name} (${first.pid})`;
}
