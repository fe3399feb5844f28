import type { KillTarget } from '../../shared/contract/kill.ts';
import type { KillPlanDocument, PlannedTarget } from '../../shared/contract/kill-plan.ts';
import type { Listener } from '../../shared/contract/ports.ts';
import { processKey } from '../../shared/contract/process-key.ts';
import type { Process } from '../../shared/contract/processes.ts';

/** A plan that ends the owners and knows of no children and no supervisors. */
export function planOf(
  targets: readonly KillTarget[],
  listeners: readonly Listener[],
  processes: ReadonlyMap<string, Process>,
): KillPlanDocument {
  const chosen = new Set(targets.map(({ port }) => port));
  const planned = targets.map((target) => planTarget(target, chosen, listeners, processes));
  const needsConsent = planned.some(
    ({ processes: { length }, alsoCloses }) => length + alsoCloses.length > 1,
  );
  return { targets: planned, needsConsent };
}

function planTarget(
  { port, protocol, owners }: KillTarget,
  chosen: ReadonlySet<number>,
  listeners: readonly Listener[],
  processes: ReadonlyMap<string, Process>,
): PlannedTarget {
  const ended = owners.flatMap((owner) => processes.get(processKey(owner)) ?? []);
  const keys = new Set(ended.map(({ key }) => key));
  const others = listeners.filter(
    (other) => !chosen.has(other.port) && other.owners.some((key) => keys.has(key)),
  );
  return {
    port,
    protocol,
    verdict: 'end',
    processes: ended.map(({ pid, startTime, name, user }) => ({ pid, startTime, name, user, role: 'owner' })),
    alsoCloses: others.map((other) => ({
      protocol: other.protocol,
      address: other.address,
      port: other.port,
    })),
    supervisor: null,
    elevated: null,
    elevation: null,
    reason: `Port ${port} will be free.`,
  };
}
