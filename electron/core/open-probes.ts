import type { Settings } from '../../shared/contract/settings.ts';
import type { Core } from './core.ts';
import type { CoreHost } from './core-host.ts';
import type { Monitor } from './monitor/monitor.ts';
import type { Dressing } from './monitor/snapshot-store.ts';
import { createAnnotator } from './probes/create-annotator.ts';
import { createProbes } from './probes/create-probes.ts';
import { readLocalhostOrder } from './probes/localhost/read-localhost-order.ts';
import type { LoopbackAddress } from './probes/localhost/who-is-reached.ts';
import type { Probes } from './probes/probes.ts';
import type { SettingsStore } from './settings/settings-store.ts';

/** The hosts file is read again after so long; milliseconds. */
const orderLasts = 60_000;

export interface ProbesSurroundings {
  readonly host: CoreHost;
  readonly facts: Core['host'];
  readonly monitor: () => Monitor;
  readonly settings: SettingsStore;
}

/** Identification, probes and where `localhost` leads, with what they ask the rest of Berth. */
export function openProbes({ host, facts, monitor, settings }: ProbesSurroundings) {
  const { platform, clock } = host;
  const standpoint = { platform, ownPid: facts.pid, ownUser: facts.user };
  const order = cachedOrder(host);
  const annotate = createAnnotator({ ...standpoint, settings: () => settings.last, order });

  const notesOf: Dressing['notesOf'] = (listener, samePort, processes) =>
    annotate(listener, samePort, ({ owners }) => owners.flatMap((key) => processes.get(key) ?? []));

  const open = (): Probes =>
    createProbes({
      ...standpoint,
      version: host.version,
      clock,
      log: host.log,
      snapshot: () => monitor().snapshot(),
      onChanges: (listener) => monitor().changes.subscribe(listener),
      settings: () => settings.read(),
      onSettings: (listener) => settings.changes.subscribe(listener),
      order,
    });
  return { notesOf, open };
}

/** Whether a change of settings lets Berth connect where it might not, or the other way round. */
export function changesProbing(before: Settings, after: Settings): boolean {
  const relevant = ({ automaticProbing, neverProbeNames, neverProbePorts }: Settings) =>
    JSON.stringify([automaticProbing, neverProbeNames, neverProbePorts]);
  return relevant(before) !== relevant(after);
}

function cachedOrder({ platform, clock }: CoreHost): () => readonly LoopbackAddress[] {
  let readAt = Number.NEGATIVE_INFINITY;
  let order: readonly LoopbackAddress[] = [];
  return () => {
    if (clock.elapsed() - readAt > orderLasts) {
      readAt = clock.elapsed();
      order = readLocalhostOrder(platform);
    }
    return order;
  };
}
