import type { KillReport, KillRequest, KillResult, KillTarget } from '../../../shared/contract/kill.ts';
import type { RestartRequest, RestartResult } from '../../../shared/contract/restart.ts';
import { type CaptureWorld, captureRecords } from './capture-records.ts';
import { describeNotFree, who } from './describe-restart.ts';
import { fromWireIdentity, isSameProcess } from './identity.ts';
import type { CompleteRecord } from './launch-record.ts';
import type { Holder } from './port-view.ts';
import type { ProcessIdentity } from './process-reader.ts';
import { settledRestart, startAndWait } from './start-and-wait.ts';
import type { StartWorld } from './start-from-record.ts';
import { waitFor } from './wait-for.ts';
import type { BackWorld } from './wait-until-back.ts';

export interface RestartDependencies extends CaptureWorld, StartWorld, BackWorld {
  readonly processes: CaptureWorld['processes'];
  /** Ends who holds ports, without an undo. */
  kill(request: KillRequest, signal: AbortSignal | undefined): Promise<KillReport>;
}

/**
 * Ends what holds a port and starts it again as it was. Nothing is ended unless it can be started again, and nothing is
 * started before the old program is gone and the port free.
 */
export async function restartPort(
  { target }: RestartRequest,
  dependencies: RestartDependencies,
  signal?: AbortSignal,
): Promise<RestartResult> {
  const { port } = target;
  const captured = await captureRecords(target.owners.map(fromWireIdentity), dependencies);
  const [head, ...others] = captured;
  if (!head) {
    const reason =
      target.owners.length === 0
        ? `Port ${port} leads into a container: restart that with the tool of its engine.`
        : `What held port ${port} has ended, so there is nothing to restart.`;
    return settledRestart(port, 'refused', reason);
  }
  const refusal = captured.find((one) => one.refusal !== null)?.refusal;
  if (refusal) return settledRestart(port, 'refused', refusal);
  if (others.length > 0) {
    const names = captured.map(({ record }) => who(record.process)).join(', ');
    const message = `Port ${port} is held by several programs that do not belong together: ${names}. Restart them one at a time.`;
    return settledRestart(port, 'refused', message);
  }
  const { record } = head;
  if (record.kind !== 'complete') throw new Error('An incomplete record is always refused.');
  const [stopped] = (await dependencies.kill({ targets: [withoutContainer(target)], force: false }, signal))
    .results;
  if (!stopped) throw new Error('A kill answers for every port.');
  const obstacle = fromKill(stopped) ?? (await untilFree(target, record, dependencies, signal));
  return obstacle ?? startAndWait(target, record, dependencies, signal);
}

/** A restart ends programs only: a container is never stopped for it. */
function withoutContainer({ port, protocol, owners }: KillTarget): KillTarget {
  return { port, protocol, owners };
}

/** What the kill already decided; null when it freed the port. */
function fromKill(result: KillResult): RestartResult | null {
  const { port, outcome, newOwner, supervisor, message } = result;
  switch (outcome) {
    case 'freed':
    case 'gone':
      return null;
    case 'respawned':
      return settledRestart(
        port,
        'back',
        `${supervisor ?? 'Something'} started it again by itself: ${newOwner ? who(newOwner) : 'it'} is back on ${port}.`,
      );
    case 'taken':
      return settledRestart(port, 'taken', `${message} Nothing was started.`);
    case 'survived':
    case 'denied':
      return settledRestart(port, 'not-ended', `${message} Nothing was started.`);
    case 'replaced':
    case 'refused':
      return settledRestart(port, 'refused', message);
  }
}

/** Waits until the old program is gone and nobody holds the port; else says what is in the way. */
async function untilFree(
  { port, protocol, owners }: KillTarget,
  { process }: CompleteRecord,
  { processes, ports, clock, timing }: RestartDependencies,
  signal: AbortSignal | undefined,
): Promise<RestartResult | null> {
  const chosen = [process, ...owners.map(fromWireIdentity)];
  const deadline = clock.elapsed() + timing.leaveMs;
  for (;;) {
    const running = await processes.identify(chosen.map(({ pid }) => pid));
    const left = chosen.find((one) => isRunning(one, running));
    const holders = left ? [] : await ports.holders(port, protocol);
    // Also when waiting was called off: what was ended for the restart is not left lying.
    if (!left && holders.length === 0) return null;
    if (clock.elapsed() >= deadline || signal?.aborted || holders.some((one) => !one.hidden)) {
      return left
        ? settledRestart(port, 'not-ended', notEnded(port, process))
        : settledRestart(port, 'taken', describeNotFree(port, firstVisible(holders)));
    }
    await waitFor(timing.pollMs, signal);
  }
}

function isRunning(one: ProcessIdentity, running: ReadonlyMap<number, ProcessIdentity>): boolean {
  const now = running.get(one.pid);
  return now !== undefined && isSameProcess(now, one);
}

function notEnded(port: number, process: CompleteRecord['process']): string {
  return `${who(process)} gave up port ${port} but is still shutting down, so nothing was started beside it.`;
}

export function firstVisible(
  holders: readonly Holder[],
): { readonly pid: number; readonly name: string } | null {
  for (const holder of holders) if (!holder.hidden) return holder;
  return null;
}
