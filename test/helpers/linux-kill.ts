import { createServer } from 'node:net';
import { systemClock } from '../../electron/core/lib/clock.ts';
import { readBootTime } from '../../electron/core/lib/linux-boot-time.ts';
import { createProcSource } from '../../electron/core/ports/linux/proc-source.ts';
import { chooseProcessControl } from '../../electron/core/processes/choose-process-control.ts';
import { toWireIdentity } from '../../electron/core/processes/identity.ts';
import { type KillDependencies, killPorts } from '../../electron/core/processes/kill.ts';
import { createLinuxProcessReader } from '../../electron/core/processes/linux/linux-process-reader.ts';
import type { Holder, PortView } from '../../electron/core/processes/port-view.ts';
import type { KillRequest, KillResult } from '../../shared/contract/kill.ts';
import { killReportSchema } from '../../shared/contract/kill.ts';
import { isLinux } from './is-linux.ts';

const bootTimeMs = isLinux ? readBootTime() : 0;

/** The real source, opened anew for every question: nothing remembered can be wrong. */
export const realPorts: PortView = {
  async holders(port, protocol) {
    const source = createProcSource({ bootTimeMs });
    try {
      const { changed } = await source.scan();
      const there = changed.filter((socket) => socket.port === port && socket.protocol === protocol);
      return there.flatMap((socket): Holder[] => [
        ...socket.owners.map((owner) => ({ hidden: false as const, ...owner, name: owner.name ?? '?' })),
        ...(socket.ownersHidden ? [{ hidden: true as const, user: socket.uid === 0 ? 'root' : null }] : []),
      ]);
    } finally {
      source.close();
    }
  },
};

export const realReader = createLinuxProcessReader({ bootTimeMs });

export function killDependencies(changes: Partial<KillDependencies> = {}): KillDependencies {
  return {
    platform: 'linux',
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
  changes: Partial<KillDependencies> = {},
  signal?: AbortSignal,
): Promise<KillResult> {
  const report = killReportSchema.parse(await killPorts(request, killDependencies(changes), signal));
  const [result] = report.results;
  if (!result || report.results.length !== 1) throw new Error('one port, one result');
  return result;
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
