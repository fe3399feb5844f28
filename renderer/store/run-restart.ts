import type { RestartResult } from '../../shared/contract/restart.ts';
import { announce } from './announce.ts';
import type { App } from './app.ts';
import { choicesOf } from './kill-question.ts';
import type { PortRow } from './port-row.ts';
import { beginAction, type Settled, settleAction } from './row-actions.ts';

/** Ends what holds the row's port, starts it again the same way, and keeps what came of it in the row. */
export async function runRestart({ store, call }: App, row: PortRow): Promise<void> {
  const [choice] = choicesOf([row]);
  if (!choice) return;
  const abort = new AbortController();
  beginAction(store, [row.id], { kind: 'restart', force: false, runId: null, abort });
  const outcome = await call('ports.restart', { target: choice.target }, { signal: abort.signal });
  const settled: Settled = outcome.ok
    ? settledBy(outcome.value)
    : { phase: 'failed', message: outcome.failure.message };
  settleAction(store, row.id, 'restart', abort, settled);
  announce(store, settled.message);
}

function settledBy(result: RestartResult): Settled {
  const { outcome, message, lastLines } = result;
  if (outcome === 'back') return { phase: 'done', message };
  const detail = {
    sent: null,
    exit: exitText(result),
    lines: lastLines,
    supervisor: null,
    supervisorCommand: null,
  };
  return { phase: 'failed', message, detail };
}

function exitText({ exitCode, signal }: RestartResult): string | null {
  if (exitCode !== null) return `Exit code ${exitCode}`;
  return signal === null ? null : `Ended by ${signal}`;
}
