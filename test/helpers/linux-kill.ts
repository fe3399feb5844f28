import { createServer } from 'node:net';
import { systemClock } from '../../electron/core/lib/clock.ts';
import { readBootTime } from '../../electron/core/lib/linux-boot-time.ts';
import { createProcSource } from '../../electron/core/ports/linux/proc-source.ts';
import { chooseProcessControl } from '../../electron/core/processes/choose-process-control.ts';
import { chooseSupervisorTools } from '../../electron/core/processes/choose-supervisor-tools.ts';
import { toWireIdentity } from '../../electron/core/processes/identity.ts';
import { type KillDependencies, killPorts } from '../../electron/core/processes/kill.ts';
import { createLinuxFamilyReader } from '../../electron/core/processes/linux/linux-family-reader.ts';
import { createLinuxProcessReader } from '../../electron/core/processes/linux/linux-process-reader.ts';
import { type PlanDependencies, planKills } from '../../electron/core/processes/plan-kills.ts';
import type { Holder, PortView } from '../../electron/core/processes/port-view.ts';
import type { KillRequest, KillResult } from '../../shared/contract/kill.ts';
import { killReportSchema } from '../../shared/contract/kill.ts';
import { type KillPlanDocument, killPlanSchema } from '../../shared/contract/kill-plan.ts';
import { isLinux } from './is-linux.ts';

const bootTimeMs = isLinux ? readBootTime() : 0;

/** The real source, opened anew for every question: nothing remembered can be wrong. */
export const realPorts: PortView = {
  async holders(port, protocol) {
    const there = (await scanOnce()).filter((one) => one.port === port && one.protocol === protocol);
    return there.flatMap(holdersOf);
  },
  async listenersOf(pids) {
    const sockets = await scanOnce();
    return sockets
      .filter(({ owners }) => owners.some(({ pid }) => pids.includes(pid)))
      .map((socket) => ({
        protocol: socket.protocol,
        address: socket.address,
        port: socket.port,
        holders: holdersOf(socket),
      }));
  },
};

type Socket = Awaited<ReturnType<ReturnType<typeof createProcSource>['scan']>>['changed'][number];

async function scanOnce(): Promise<readonly Socket[]> {
  const source = createProcSource({ bootTimeMs });
  try {
    return (await source.scan()).changed;
  } finally {
    source.close();
  }
}

function holdersOf({ owners, ownersHidden, uid }: Socket): readonly Holder[] {
  return [
    ...owners.map((owner) => ({ hidden: false as const, ...owner, name: owner.name ?? '?' })),
    ...(ownersHidden ? [{ hidden: true as const, user: uid === 0 ? 'root' : null }] : []),
  ];
}

export const realReader = createLinuxProcessReader({ bootTimeMs });

export type RealDependencies = KillDependencies & PlanDependencies;

export function killDependencies(changes: Partial<RealDependencies> = {}): RealDependencies {
  return {
    platform: 'linux',
    families: createLinuxFamilyReader({ bootTimeMs }),
    supervisors: chooseSupervisorTools('linux'),
    uid: process.getuid?.() ?? null,
    privileged: process.getuid?.() === 0,
    processes: realReader,
    ports: realPorts,
    control: chooseProcessControl('linux'),
    clock: systemClock,
    ownPid: process.pid,
    protectedNames: () => [],
    ...changes,
  };
}

/** The request that a person makes who sees these processes on this port. */
export async function requestFor(port: number, pids: readonly number[], force = false): Promise<KillRequest> {
  const identities = await realReader.identify(pids);
  return {
    targets: [{ port, protocol: 'tcp', owners: [...identities.values()].map(toWireIdentity) }],
    force,
  };
}

/** Ends who holds a port and checks that the answer has the form of the contract. */
export async function kill(
  request: KillRequest,
  changes: Partial<RealDependencies> = {},
  signal?: AbortSignal,
): Promise<KillResult> {
  const report = killReportSchema.parse(await killPorts(request, killDependencies(changes), { signal }));
  const [result] = report.results;
  if (!result || report.results.length !== 1) throw new Error('one port, one result');
  return result;
}

/** What a kill of the same targets would do. */
export async function plan(
  { targets }: KillRequest,
  changes: Partial<RealDependencies> = {},
): Promise<KillPlanDocument> {
  return killPlanSchema.parse(await planKills({ targets }, killDependencies(changes)));
}

/** True when a program can listen there now. */
export function canListen(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
