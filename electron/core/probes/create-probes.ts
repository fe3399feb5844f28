import type { Listener } from '../../../shared/contract/ports.ts';
import type { ProbeAnswer } from '../../../shared/contract/probes.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { Changes, Snapshot } from '../../../shared/contract/snapshot.ts';
import { fail, type Outcome, succeed } from '../../../shared/rpc/failure.ts';
import { type Clock, toInstant } from '../lib/clock.ts';
import { EventSource } from '../lib/event-source.ts';
import type { Log } from '../lib/log.ts';
import { AutomaticProber } from './automatic-prober.ts';
import { describeHolder } from './describe-holder.ts';
import { type Judgement, judgeListener, type Standpoint } from './judge-listener.ts';
import { confirmLocalhost } from './localhost/confirm-localhost.ts';
import { localhostTruth } from './localhost/localhost-truth.ts';
import type { LoopbackAddress } from './localhost/who-is-reached.ts';
import { withoutIpv6Only } from './localhost/without-ipv6-only.ts';
import { MachineView } from './machine-view.ts';
import { ProbeActivityLog } from './probe-activity-log.ts';
import type { Probes } from './probes.ts';
import { toAnswer } from './to-answer.ts';

export interface ProbesOptions extends Standpoint {
  /** Berth's own version, which it tells whom it asks. */
  readonly version: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly snapshot: () => Snapshot;
  readonly onChanges: (listener: (changes: Changes) => void) => () => void;
  readonly settings: () => Promise<Settings>;
  readonly onSettings: (listener: (settings: Settings) => void) => () => void;
  /** Where `localhost` leads on this machine. */
  readonly order: () => readonly LoopbackAddress[];
}

type Trigger = ProbeAnswer['trigger'];

interface Judged extends Judgement {
  readonly listener: Listener;
  readonly holder: string | null;
}

/** Learns what answers, within the policy. */
export function createProbes(options: ProbesOptions): Probes {
  const { snapshot, clock } = options;
  const activity = new ProbeActivityLog();
  const told = new EventSource<ProbeAnswer>();
  const kept = new Map<string, ProbeAnswer>();
  const running = new Map<string, Promise<Outcome<ProbeAnswer>>>();
  const closing = new AbortController();
  /** What the settings were when they were last read. */
  let lastSettings: Settings | null = null;

  const stopForgetting = options.onChanges(({ listeners, removedListeners }) => {
    for (const id of removedListeners) kept.delete(id);
    for (const { id, owners } of listeners) {
      if (kept.get(id)?.owners.join() !== owners.join()) kept.delete(id);
    }
  });
  const stopSettings = options.onSettings((settings) => {
    lastSettings = settings;
  });

  function judge(view: MachineView, id: string, settings: Settings): Judged | null {
    const listener = view.listener(id);
    if (!listener) return null;
    const owners = view.ownersOf(listener);
    const judgement = judgeListener(listener, owners, view.onPort(listener.port), settings, options);
    return { ...judgement, listener, holder: describeHolder(owners) };
  }

  async function readSettings(): Promise<Settings> {
    lastSettings = await options.settings();
    return lastSettings;
  }

  async function probe(id: string, trigger: Trigger, signal: AbortSignal): Promise<Outcome<ProbeAnswer>> {
    const settings = await readSettings();
    const judged = judge(new MachineView(snapshot()), id, settings);
    if (!judged) return fail('not-found', 'Nothing listens there any more.');
    const { decision } = judged;
    const isRefused =
      decision.class === 'never' || (trigger === 'automatic' && decision.class !== 'automatic');
    if (isRefused) return fail('not-allowed', decision.reason);
    const answer = await ask(judged, trigger, AbortSignal.any([signal, closing.signal]));
    if (signal.aborted || closing.signal.aborted) return fail('cancelled', 'The probe was called off.');
    keep(answer);
    return succeed(answer);
  }

  async function ask(judged: Judged, trigger: Trigger, signal: AbortSignal): Promise<ProbeAnswer> {
    const { listener, recognition, addresses, holder } = judged;
    const at = toInstant(clock.now());
    const { port } = listener;
    const step = recognition?.step ?? 'http';
    // With everything that it can read, more than all else of this area: loaded when something is probed.
    const { probeEngine } = await import('./probe-engine.ts');
    const finding = await probeEngine({ addresses, port, step, version: options.version, signal });
    const answer = toAnswer(finding, { listener, recognition, trigger, at });
    const { address, spent } = finding;
    const result = answer.message;
    activity.add({ at, trigger, address, port, owner: holder, purpose: 'what answers', ...spent, result });
    return answer;
  }

  /** An answer of somebody who has left meanwhile says nothing about who came. */
  function keep(answer: ProbeAnswer): void {
    const now = snapshot().listeners.find(({ id }) => id === answer.listenerId);
    if (now?.owners.join() !== answer.owners.join()) return;
    kept.set(answer.listenerId, answer);
    told.emit(answer);
  }

  const automatic = new AutomaticProber({
    clock,
    listeners: () => snapshot().listeners,
    onChanges: options.onChanges,
    onSettings: (listener) => options.onSettings(listener),
    judge: () => {
      const view = new MachineView(snapshot());
      const settings = lastSettings;
      return (id) =>
        settings?.automaticProbing === 'safe' &&
        !kept.has(id) &&
        judge(view, id, settings)?.decision.class === 'automatic';
    },
    probe: (id) =>
      run(id, 'automatic', closing.signal).catch((error: unknown) =>
        options.log.error('A probe failed', error),
      ),
  });

  /** One probe of a listener at a time: who asks meanwhile gets the same answer. */
  function run(id: string, trigger: Trigger, signal: AbortSignal): Promise<Outcome<ProbeAnswer>> {
    const going = running.get(id);
    if (going) return going;
    const started = probe(id, trigger, signal).finally(() => running.delete(id));
    running.set(id, started);
    return started;
  }

  return {
    async plan(id) {
      const judged = judge(new MachineView(snapshot()), id, await readSettings());
      return judged
        ? succeed({ listenerId: id, ...judged.decision })
        : fail('not-found', 'Nothing listens there any more.');
    },
    run,
    answers: () => [...kept.values()],
    onAnswer: (listener) => told.subscribe(listener),
    activity: () => activity.read(),
    async localhost({ port, connect }, signal) {
      const settings = await readSettings();
      const view = new MachineView(snapshot());
      const listeners = view.onPort(port);
      const truth = localhostTruth({
        port,
        listeners,
        overIpv4: await withoutIpv6Only(port, listeners, options.platform),
        ownersOf: view.ownersOf,
        order: options.order(),
        platform: options.platform,
      });
      if (!connect) return truth;
      return confirmLocalhost(truth, {
        signal: AbortSignal.any([signal, closing.signal]),
        mayConnect: (id) => (judge(view, id, settings)?.decision.class ?? 'never') !== 'never',
        onConnected: (entry) =>
          activity.add({ at: toInstant(clock.now()), trigger: 'request', port, ...entry }),
      });
    },
    startAutomatic() {
      readSettings().then(
        () => automatic.start(),
        (error: unknown) => void options.log.error('The settings could not be read', error),
      );
    },
    async close() {
      automatic.close();
      stopForgetting();
      stopSettings();
      closing.abort();
      await Promise.allSettled(running.values());
    },
  };
}
