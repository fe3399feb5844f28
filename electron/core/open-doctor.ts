import { networkInterfaces } from 'node:os';
import type { Platform } from '../../shared/contract/host.ts';
import type { Snapshot } from '../../shared/contract/snapshot.ts';
import { type Core, PortsUnreadableError } from './core.ts';
import { chooseSystemFacts } from './doctor/choose-system-facts.ts';
import { createDoctor } from './doctor/create-doctor.ts';
import type { Doctor } from './doctor/doctor.ts';
import type { Clock } from './lib/clock.ts';
import type { Probes } from './probes/probes.ts';

export interface DoctorSurroundings {
  readonly platform: Platform;
  readonly facts: Core['host'];
  readonly clock: Clock;
  readonly refresh: () => Promise<Snapshot>;
  readonly probes: Probes;
}

/** The doctor with everything it asks the rest of Berth. */
export function openDoctor({ platform, facts, clock, refresh, probes }: DoctorSurroundings): Doctor {
  const { privileged, hostname } = facts;
  return createDoctor({
    platform,
    privileged,
    hostname,
    now: () => clock.now(),
    async scan() {
      const snapshot = await refresh();
      if (snapshot.source.state === 'failing') {
        throw new PortsUnreadableError(snapshot.source.lastError ?? 'no source answers');
      }
      return snapshot;
    },
    ownAddresses: () =>
      Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address)),
    system: chooseSystemFacts(platform),
    planProbe: (listenerId) => probes.plan(listenerId),
    probe: (listenerId, signal) => probes.run(listenerId, 'doctor', signal),
    localhost: (port, connect, signal) => probes.localhost({ port, connect }, signal),
  });
}
