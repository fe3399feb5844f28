import { isDeepStrictEqual } from 'node:util';
import type { KillTarget } from '../../../shared/contract/kill.ts';
import type { Clock } from '../lib/clock.ts';
import type { ProgramEnd } from '../lib/start-program.ts';
import type { CompleteRecord, NamedProcess } from './launch-record.ts';
import type { PortView, VisibleHolder } from './port-view.ts';
import type { ProcessReader } from './process-reader.ts';
import type { RestartTiming } from './restart-timing.ts';
import type { StartedAgain } from './start-from-record.ts';
import { waitFor } from './wait-for.ts';

export type Port = Pick<KillTarget, 'port' | 'protocol'>;

export interface BackWorld {
  readonly processes: ProcessReader;
  readonly ports: PortView;
  readonly clock: Clock;
  readonly timing: RestartTiming;
}

/** What became of a program that was started for the sake of a port. */
export type Comeback = { readonly waitedMs: number } & (
  | { readonly kind: 'back'; readonly holder: NamedProcess }
  | { readonly kind: 'exited'; readonly end: ProgramEnd }
  | { readonly kind: 'silent'; readonly wasCalledOff: boolean }
  | { readonly kind: 'taken'; readonly holder: Pick<VisibleHolder, 'pid' | 'name'> | null }
);

/** Waits until the port is held by the program, or by what it started, or until that can no longer be expected. */
export async function waitUntilBack(
  port: Port,
  started: StartedAgain,
  record: CompleteRecord,
  world: BackWorld,
  signal?: AbortSignal,
): Promise<Comeback> {
  const { clock, timing } = world;
  const startedAt = clock.elapsed();
  let endedAt: number | null = null;
  let stranger: number | null = null;
  for (;;) {
    // Asked before the port is read: what it did before its end can be seen then.
    const end = started.end();
    const holders = await world.ports.holders(port.port, port.protocol);
    const visible = holders.filter((one) => !one.hidden);
    const own = await firstOwn(visible, started, record, world);
    const waitedMs = clock.elapsed() - startedAt;
    if (own) return { kind: 'back', holder: own, waitedMs };
    const [foreign] = visible;
    // Twice the same: a process that is just being started may not show yet whose child it is.
    if (foreign && foreign.pid === stranger) return { kind: 'taken', holder: foreign, waitedMs };
    stranger = foreign?.pid ?? null;
    if (end) endedAt ??= clock.elapsed();
    if (end && !foreign && (end.exitCode !== 0 || clock.elapsed() - (endedAt ?? 0) >= timing.daemonMs)) {
      return holders.length > 0
        ? { kind: 'taken', holder: null, waitedMs }
        : { kind: 'exited', end, waitedMs };
    }
    if (signal?.aborted) return { kind: 'silent', wasCalledOff: true, waitedMs };
    if (waitedMs >= timing.listenMs && !foreign) {
      return holders.length > 0
        ? { kind: 'taken', holder: null, waitedMs }
        : { kind: 'silent', wasCalledOff: false, waitedMs };
    }
    await waitFor(timing.pollMs, signal);
  }
}

async function firstOwn(
  holders: readonly VisibleHolder[],
  started: StartedAgain,
  record: CompleteRecord,
  world: BackWorld,
): Promise<NamedProcess | null> {
  for (const holder of holders) {
    const found = (await world.processes.identify([holder.pid])).get(holder.pid);
    if (!found || found.startTime < Math.trunc(started.process.startTime)) continue;
    const isOwn =
      found.pid === started.process.pid ||
      (await isDescendant(found.pid, started.process.pid, world)) ||
      (await isDetached(found, record, world));
    if (isOwn) return found;
  }
  return null;
}

async function isDescendant(pid: number, ancestor: number, { processes }: BackWorld): Promise<boolean> {
  return (await processes.ancestors(pid)).some((one) => one.pid === ancestor);
}

/** A daemon cuts the line to what started it: an orphan that runs the same program with the same arguments. */
async function isDetached(
  holder: NamedProcess,
  record: CompleteRecord,
  { processes }: BackWorld,
): Promise<boolean> {
  const [parent] = await processes.ancestors(holder.pid);
  const isOrphan = parent === undefined || parent.pid === 1 || /^(systemd|init)$/.test(parent.name);
  if (!isOrphan) return false;
  const facts = (await processes.describe([holder])).get(holder.pid);
  return (
    facts?.executable === record.executable.path.toString('utf8') &&
    isDeepStrictEqual(
      facts.command,
      record.argv.map((word) => word.toString('utf8')),
    )
  );
}
