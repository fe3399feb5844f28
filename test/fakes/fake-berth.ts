import { type CallName, type CallParsed, type CallResult, calls } from '../../shared/contract/calls.ts';
import { defaultSettings } from '../../shared/contract/default-settings.ts';
import type { ServedFolder } from '../../shared/contract/folders.ts';
import type { Host } from '../../shared/contract/host.ts';
import type { KillProgress } from '../../shared/contract/kill-plan.ts';
import type { Navigate } from '../../shared/contract/navigation.ts';
import type { Listener } from '../../shared/contract/ports.ts';
import type { ProbeAnswer } from '../../shared/contract/probes.ts';
import type { Process } from '../../shared/contract/processes.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { Changes, ListenerEvent, Snapshot, SourceStatus } from '../../shared/contract/snapshot.ts';
import { protocolVersion, type Welcome } from '../../shared/contract/welcome.ts';
import { fail, type Outcome, succeed } from '../../shared/rpc/failure.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import {
  type CallContext,
  type CallHandler,
  type Publish,
  serveCalls,
} from '../../shared/rpc/serve-calls.ts';
import { createMemoryPipes } from './memory-pipe.ts';
import { planOf } from './plan-of.ts';

type Handlers = {
  [N in CallName]: (parsed: CallParsed<N>, context: CallContext) => Promise<Outcome<CallResult<N>>>;
};

export const aHost: Host = {
  version: '0.1.0',
  platform: 'linux',
  hostname: 'workbench',
  user: 'maya',
  home: '/home/maya',
  privileged: false,
  pid: 60_120,
  capabilities: ['kill', 'label', 'settings', 'open-url'],
};

const aSource: SourceStatus = {
  name: 'proc',
  state: 'ok',
  durationMs: 2.1,
  lastError: null,
  fallbackReason: null,
};

export interface FakeBerthOptions {
  readonly listeners?: readonly Listener[];
  readonly processes?: readonly Process[];
  readonly host?: Partial<Host>;
  readonly settings?: Partial<Settings>;
  readonly source?: Partial<SourceStatus>;
  readonly folders?: readonly ServedFolder[];
  readonly probes?: readonly ProbeAnswer[];
  readonly handlers?: Partial<Handlers>;
  readonly protocol?: number;
}

/** What an interface talks to: the real dispatcher and contract over a pipe in memory, with facts that a test sets. */
export class FakeBerth {
  /** Every call that was let in, in order. */
  readonly asked: { readonly name: CallName; readonly arguments: unknown }[] = [];
  readonly #handlers: Partial<Handlers>;
  readonly #protocol: number;
  readonly #publishers = new Set<Publish>();
  readonly #pipes = new Set<Pipe>();
  readonly #host: Host;
  #settings: Settings;
  #source: SourceStatus;
  #sequence = 1;
  #reachable = true;
  #folders: readonly ServedFolder[];
  #probes: readonly ProbeAnswer[];
  readonly #listeners = new Map<string, Listener>();
  readonly #processes = new Map<string, Process>();

  constructor(options: FakeBerthOptions = {}) {
    this.#handlers = options.handlers ?? {};
    this.#protocol = options.protocol ?? protocolVersion;
    this.#host = { ...aHost, ...options.host };
    // The hints of the first start lie over everything else.
    this.#settings = { ...defaultSettings, welcomed: true, ...options.settings };
    this.#source = { ...aSource, ...options.source };
    this.#folders = options.folders ?? [];
    this.#probes = options.probes ?? [];
    for (const listener of options.listeners ?? []) this.#listeners.set(listener.id, listener);
    for (const process of options.processes ?? []) this.#processes.set(process.key, process);
  }

  /** A new connection, as a page opens one. */
  open = (): Pipe => {
    const { client, server } = createMemoryPipes();
    if (!this.#reachable) {
      server.close('Nobody is there.');
      return client;
    }
    this.#pipes.add(server);
    server.onClose(() => this.#pipes.delete(server));
    serveCalls(server, {
      protocol: this.#protocol,
      calls,
      handlers: this.#allHandlers(),
      allow: () => null,
      welcome: () => ({ sequence: this.#sequence, value: this.#welcome() }),
      subscribe: (publish) => {
        this.#publishers.add(publish);
        return () => this.#publishers.delete(publish);
      },
      report: () => 'test',
    });
    return client;
  };

  /** Something changed on the machine. Events follow from what is opened and closed unless given. */
  change(change: {
    readonly listeners?: readonly Listener[];
    readonly processes?: readonly Process[];
    readonly removed?: readonly string[];
    readonly events?: readonly ListenerEvent[];
  }): Changes {
    const { listeners = [], processes = [], removed = [] } = change;
    const at = new Date().toISOString();
    const event = (kind: ListenerEvent['kind'], listenerId: string) => ({ kind, listenerId, at });
    const events = change.events ?? [
      ...removed.map((id) => event('closed', id)),
      ...listeners.map(({ id }) => event(this.#listeners.has(id) ? 'changed-owner' : 'opened', id)),
    ];
    for (const id of removed) this.#listeners.delete(id);
    for (const listener of listeners) this.#listeners.set(listener.id, listener);
    for (const process of processes) this.#processes.set(process.key, process);
    this.#sequence += 1;
    const changes: Changes = {
      sequence: this.#sequence,
      scannedAt: at,
      listeners: [...listeners],
      removedListeners: [...removed],
      processes: [...processes],
      removedProcesses: [],
      events: [...events],
    };
    for (const publish of this.#publishers) publish('changes', changes, this.#sequence);
    return changes;
  }

  /** A change that no connection hears of: the next one leaves a gap. */
  changeUnheard(change: Parameters<FakeBerth['change']>[0]) {
    const publishers = [...this.#publishers];
    this.#publishers.clear();
    this.change(change);
    for (const publish of publishers) this.#publishers.add(publish);
  }

  /** How far a kill has come. */
  tellKill(progress: KillProgress) {
    for (const publish of this.#publishers) publish('kill-progress', progress, null);
  }

  /** The served folders are these now. */
  setFolders(folders: readonly ServedFolder[]) {
    this.#folders = folders;
    for (const publish of this.#publishers) publish('folders', { folders: [...folders] }, null);
  }

  /** A probe learned something. */
  tellProbe(answer: ProbeAnswer) {
    this.#probes = [...this.#probes.filter(({ listenerId }) => listenerId !== answer.listenerId), answer];
    for (const publish of this.#publishers) publish('probe', answer, null);
  }

  /** The shell wants something shown or done. */
  tellShell(told: { readonly navigate: Navigate } | { readonly runCommand: string }) {
    for (const publish of this.#publishers) {
      if ('navigate' in told) publish('navigate', told.navigate, null);
      else publish('run-command', { id: told.runCommand }, null);
    }
  }

  setSource(source: Partial<SourceStatus>) {
    this.#source = { ...this.#source, ...source };
    for (const publish of this.#publishers) publish('source', this.#source, null);
  }

  /** Ends every connection and takes no new one until `comeBack`. */
  goAway() {
    this.#reachable = false;
    for (const pipe of [...this.#pipes]) pipe.close('The connection to Berth ended.');
  }

  comeBack() {
    this.#reachable = true;
  }

  /** A listener as it is now. */
  listener(id: string): Listener | undefined {
    return this.#listeners.get(id);
  }

  get connections(): number {
    return this.#pipes.size;
  }

  #welcome(): Welcome {
    const snapshot: Snapshot = {
      sequence: this.#sequence,
      scannedAt: new Date().toISOString(),
      source: this.#source,
      listeners: [...this.#listeners.values()],
      processes: [...this.#processes.values()],
    };
    const { folders, probes } = { folders: [...this.#folders], probes: [...this.#probes] };
    return { host: this.#host, settings: this.#settings, snapshot, folders, probes };
  }

  #allHandlers(): Record<CallName, CallHandler> {
    const own: Handlers = {
      'ports.refresh': async () => succeed({ sequence: this.#sequence }),
      'ports.free': async () => succeed({ ports: [] }),
      'ports.kill': async () => fail('internal', 'The test says nothing about kills.'),
      'ports.plan-kill': async ({ targets }) =>
        succeed(planOf(targets, [...this.#listeners.values()], this.#processes)),
      'ports.steer-kill': async () => succeed({}),
      'ports.stop-supervisor': async () => fail('internal', 'The test says nothing about supervisors.'),
      'ports.restart': async () => fail('internal', 'The test says nothing about restarts.'),
      'ports.undo-kill': async () => fail('internal', 'The test says nothing about undoing.'),
      'processes.output': async ({ pid }) => fail('not-found', `Berth did not start ${pid}.`),
      'ports.connections': async () => succeed({ established: 0, peers: [] }),
      'probes.plan': async ({ listenerId }) =>
        succeed({ listenerId, class: 'on-request', reason: 'It is asked for.', sends: 'One GET request.' }),
      'probes.run': async () => fail('internal', 'The test says nothing about probes.'),
      'probes.activity': async () => succeed({ connections: 0, bytesSent: 0, entries: [] }),
      'probes.localhost': async () => fail('internal', 'The test says nothing about localhost.'),
      'doctor.diagnose': async () => fail('internal', 'The test says nothing about the doctor.'),
      'folders.serve': async () => fail('internal', 'The test says nothing about serving.'),
      'folders.start': async () => fail('internal', 'The test says nothing about serving.'),
      'folders.stop': async () => fail('internal', 'The test says nothing about serving.'),
      'folders.change': async () => fail('internal', 'The test says nothing about serving.'),
      'folders.remove': async () => succeed({}),
      'folders.log': async () => succeed({ entries: [] }),
      'folders.next-address': async () => succeed({ host: '127.0.0.1', port: 62_893 }),
      'folders.complete': async () => succeed({ folders: [] }),
      'folders.choose': async () => succeed({ path: null }),
      'history.read': async () => succeed({ spans: [], cutOff: false, watched: [] }),
      'history.clear': async () => succeed({}),
      'ports.label': async ({ port, label }) => {
        const labelled = [...this.#listeners.values()].filter((listener) => listener.port === port);
        this.change({ listeners: labelled.map((listener) => ({ ...listener, label })), events: [] });
        return succeed({});
      },
      'processes.read': async ({ pid }) => {
        const process = [...this.#processes.values()].find((one) => one.pid === pid);
        return process ? succeed(process) : fail('not-found', `There is no process ${pid}.`);
      },
      'settings.read': async () => succeed(this.#settings),
      'settings.change': async (change) => {
        this.#settings = { ...this.#settings, ...(change as Partial<Settings>) };
        for (const publish of this.#publishers) publish('settings', this.#settings, null);
        return succeed(this.#settings);
      },
      'window.system-settings': async () => succeed({ opened: true }),
      'window.attention': async () => succeed({}),
      'window.commands': async () => succeed({}),
      ...this.#handlers,
    };
    const named = Object.entries(own).map(([name, handler]) => [
      name,
      (parsed: never, context: CallContext) => {
        this.asked.push({ name: name as CallName, arguments: parsed });
        return (handler as CallHandler)(parsed, context);
      },
    ]);
    return Object.fromEntries(named) as Record<CallName, CallHandler>;
  }
}
