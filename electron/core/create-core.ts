import { homedir } from 'node:os';
import { fail, succeed } from '../../shared/rpc/failure.ts';
import type { Core } from './core.ts';
import type { CoreHost } from './core-host.ts';
import { readBootTime } from './lib/linux-boot-time.ts';
import { Monitor } from './monitor/monitor.ts';
import { openLocalFeed } from './monitor/open-local-feed.ts';
import { openWorkerFeed } from './monitor/open-worker-feed.ts';
import { createPortScanner } from './monitor/port-scanner.ts';
import type { OpenScanFeed } from './monitor/scan-feed.ts';
import { createPortView } from './port-view.ts';
import { serviceName } from './ports/port-knowledge.ts';
import { rangeOfPort } from './ports/range-of-port.ts';
import { chooseProcessControl } from './processes/choose-process-control.ts';
import { chooseProcessReader } from './processes/choose-process-reader.ts';
import { fromWireIdentity } from './processes/identity.ts';
import { killPorts } from './processes/kill.ts';
import { ProcessTable } from './processes/process-table.ts';
import { ProjectFinder } from './processes/project-finder.ts';
import { readHost } from './read-host.ts';
import { SettingsStore } from './settings/settings-store.ts';

/** Puts the core together. Nothing is read or started before it is asked for. */
export function createCore(host: CoreHost): Core {
  const { platform, clock } = host;
  const bootTimeMs = platform === 'linux' ? readBootTime() : 0;
  const settings = new SettingsStore();
  const reader = chooseProcessReader({ platform, bootTimeMs });
  const processes = new ProcessTable({ platform, reader, projects: new ProjectFinder(homedir()) });
  const monitor = new Monitor({
    openFeed: openFeed(host, bootTimeMs),
    clock,
    labelOf: () => null,
    intervalMs: 1000,
  });
  const ports = createPortView(() => monitor.refresh());

  settings.changes.subscribe(({ scanIntervalMs }) => monitor.setInterval(scanIntervalMs));

  return {
    host: readHost(host),
    snapshot: () => monitor.snapshot(),
    refresh: () => monitor.refresh(),
    startWatching: (options) => monitor.startWatching(options?.intervalMs),
    attend: () => monitor.attend(),
    onChanges: (listener) => monitor.changes.subscribe(listener),
    onSource: (listener) => monitor.source.subscribe(listener),
    onSettings: (listener) => settings.changes.subscribe(listener),

    describePort: async (port) => ({
      range: rangeOfPort(port),
      serviceName: serviceName(port, 'tcp') ?? serviceName(port, 'udp'),
      label: null,
    }),
    kill: (request, signal) =>
      killPorts(
        request,
        {
          platform,
          processes: reader,
          ports,
          control: chooseProcessControl(platform),
          clock,
          ownPid: process.pid,
          protectedNames: async () => (await settings.read()).protectedNames,
        },
        signal,
      ),
    findFreePorts: async () => succeed({ ports: [] }),
    async readProcess(identity) {
      const found = await processes.refresh(fromWireIdentity(identity));
      if (!found) return fail('not-found', `Process ${identity.pid} has ended.`);
      processes.forget([found.key]);
      return succeed(found);
    },
    settings: () => settings.read(),
    changeSettings: (change) => settings.change(change),
    setLabel: async () => succeed({}),
    close: () => monitor.close(),
  };
}

function openFeed({ platform, clock, log, scanWorkerFile }: CoreHost, bootTimeMs: number): OpenScanFeed {
  const start = { platform, bootTimeMs };
  if (scanWorkerFile === null) return openLocalFeed(createPortScanner(start), clock);
  return openWorkerFeed({ workerFile: scanWorkerFile, start, clock, log });
}
