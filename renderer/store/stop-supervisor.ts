import type { KillTarget } from '../../shared/contract/kill.ts';
import type { StoppedSupervisor } from '../../shared/contract/kill-plan.ts';
import { announce } from './announce.ts';
import type { App } from './app.ts';
import { beginAction, type Settled, settleAction } from './row-actions.ts';

export interface StopWish {
  readonly listenerId: string;
  readonly target: KillTarget;
  readonly command: readonly string[];
}

/** Runs the command that was shown, and keeps what became of the port in the row. */
export async function stopSupervisor({ store, call }: App, { listenerId, target, command }: StopWish) {
  const abort = new AbortController();
  beginAction(store, [listenerId], { kind: 'stop-supervisor', force: false, runId: null, abort });
  const outcome = await call(
    'ports.stop-supervisor',
    { target, command: [...command] },
    { signal: abort.signal },
  );
  const settled: Settled = outcome.ok
    ? settledBy(outcome.value)
    : { phase: 'failed', message: outcome.failure.message };
  settleAction(store, listenerId, 'stop-supervisor', abort, settled);
  announce(store, settled.message);
}

function settledBy({ freed, exitCode, output, message }: StoppedSupervisor): Settled {
  if (freed) return { phase: 'done', message };
  const lines = output.trim() === '' ? [] : output.trimEnd().split('\n');
  const exit = exitCode === null ? null : `Exit code ${exitCode}`;
  return {
    phase: 'failed',
    message,
    detail: { sent: null, exit, lines, supervisor: null, supervisorCommand: null },
  };
}
