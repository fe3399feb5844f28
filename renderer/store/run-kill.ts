import { isPortFree } from '../../shared/contract/is-port-free.ts';
import type { KillResult } from '../../shared/contract/kill.ts';
import { countOf } from '../lib/count-of.ts';
import { announce } from './announce.ts';
import type { App } from './app.ts';
import type { KillChoice } from './kill-question.ts';
import { newRunId } from './new-run-id.ts';
import { beginAction, type Settled, settleAction } from './row-actions.ts';
import { offerUndo } from './undo-kill.ts';

export interface KillWay {
  readonly force: boolean;
  /** Lets the system ask for an administrator. Only where the person chose that. */
  readonly elevate?: boolean;
}

/** Ends what was chosen and keeps what became of each port where its row can show it. */
export async function runKill(
  app: App,
  choices: readonly KillChoice[],
  { force, elevate = false }: KillWay,
): Promise<void> {
  const { store, call } = app;
  const runId = newRunId();
  const abort = new AbortController();
  const ids = choices.flatMap(({ listenerIds }) => listenerIds);
  beginAction(store, ids, { kind: 'kill', force, runId, abort });
  const targets = choices.map(({ target }) => target);
  const request = { targets, force, runId, ...(elevate ? { elevate } : {}) };
  const outcome = await call('ports.kill', request, { signal: abort.signal });
  if (!outcome.ok) {
    const { message } = outcome.failure;
    for (const id of ids) settleAction(store, id, 'kill', abort, { phase: 'failed', message });
    announce(store, message);
    return;
  }
  const { results } = outcome.value;
  choices.forEach(({ listenerIds, target }, index) => {
    const settled = settledBy(results[index], target.port);
    for (const id of listenerIds) settleAction(store, id, 'kill', abort, settled);
  });
  announce(store, summaryOf(results, choices.length));
  offerUndo(app, runId, results);
}

function settledBy(result: KillResult | undefined, port: number): Settled {
  if (!result) return { phase: 'failed', message: `Berth did not say what became of ${port}.` };
  const { message, outcome, supervisor, supervisorCommand } = result;
  if (isPortFree(outcome)) return { phase: 'done', message };
  const detail = { sent: sentText(result), exit: null, lines: [], supervisor, supervisorCommand };
  return { phase: 'failed', message, detail };
}

function sentText({ signals, waitedMs }: KillResult): string | null {
  if (signals.length === 0) return null;
  const seconds = Math.round(waitedMs / 1000);
  const waited = seconds === 0 ? 'less than a second' : countOf(seconds, 'second');
  return `Sent ${signals.join(', ')}, waited ${waited}`;
}

function summaryOf(results: readonly KillResult[], wanted: number): string {
  const [only] = results;
  if (wanted === 1) return only?.message ?? 'Berth did not say what became of it.';
  const free = results.filter(({ outcome }) => isPortFree(outcome)).length;
  return `${free} of ${countOf(wanted, 'port')} free.`;
}
