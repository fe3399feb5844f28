import type { Platform } from '../../../shared/contract/host.ts';
import type { Listener } from '../../../shared/contract/ports.ts';
import type { Process } from '../../../shared/contract/processes.ts';
import { loopbackOf } from './localhost/who-is-reached.ts';
import { type PolicyFacts, type ProbeDecision, probePolicy } from './probe-policy.ts';
import { recogniseListener } from './recognise-listener.ts';
import type { Recognition } from './recognition.ts';

/** Who Berth is and where it runs. */
export interface Standpoint {
  readonly platform: Platform;
  readonly ownPid: number;
  /** Name of the user that Berth runs as, null when unknown. */
  readonly ownUser: string | null;
}

export interface Judgement {
  readonly recognition: Recognition | null;
  readonly decision: ProbeDecision;
  /** Where it can be reached. */
  readonly addresses: readonly string[];
}

/** What a listener is and whether it may be touched. */
export function judgeListener(
  listener: Listener,
  owners: readonly Process[],
  samePort: readonly Listener[],
  settings: PolicyFacts['settings'],
  { platform, ownPid, ownUser }: Standpoint,
): Judgement {
  const recognition = recogniseListener({ listener, owners });
  const addresses = loopbackOf(listener, samePort, platform);
  const decision = probePolicy({ listener, owners, recognition, addresses, settings, ownPid, ownUser });
  return { recognition, decision, addresses };
}
