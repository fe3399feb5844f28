import type { KillPlanDocument } from '../../shared/contract/kill-plan.ts';
import { announce } from './announce.ts';
import type { App } from './app.ts';
import { patchSlice } from './app-store.ts';
import { changeMap } from './apply-changes.ts';
import {
  choicesOf,
  isObvious,
  isPlainRefusal,
  type KillChoice,
  type KillQuestion,
  type PlannedChoice,
} from './kill-question.ts';
import type { PortRow } from './port-row.ts';
import { actionOf, beginAction, settleAction, tellInRow } from './row-actions.ts';
import { runKill } from './run-kill.ts';

/** A plan usually takes a few milliseconds; a row says that one is being made only when it takes longer. */
const slowPlan = 200;

/** As many as one request may hold. */
const mostTargets = 200;

export interface KillWish {
  readonly rows: readonly PortRow[];
  readonly force: boolean;
  readonly whole?: string | null;
  /** Puts the question even where what ends is the obvious. */
  readonly alwaysAsk?: boolean;
}

/** Asks what a kill would end, and ends it at once when that is the obvious; else puts the question. */
export async function askOrKill(
  app: App,
  { rows, force, whole = null, alwaysAsk = false }: KillWish,
): Promise<void> {
  const choices = choicesOf(rows).slice(0, mostTargets);
  if (choices.length === 0) return;
  // Whoever forces an attempt that has failed has said yes to it before.
  const agreed = force && rows.length === 1 && hasFailed(app, rows[0]?.id);
  const plan = await fetchPlan(app, choices);
  if (plan === null) return;
  const { settings } = app.store.getState().connection;
  const asks = alwaysAsk || plan.needsConsent || settings?.confirmKill === 'always';
  const question: KillQuestion = { force, whole, choices: joinPlan(choices, plan) };
  const [first] = question.choices;
  if (isPlainRefusal(question) && first) sayRefusal(app, first);
  else if (isObvious(question, asks && !agreed)) void runKill(app, question.choices, { force });
  else patchSlice(app.store, 'view', { asking: question });
}

function hasFailed({ store }: App, listenerId: string | undefined): boolean {
  const action = actionOf(store, listenerId ?? '');
  return action?.phase === 'failed' && action.kind === 'kill';
}

async function fetchPlan({ store, call }: App, choices: readonly KillChoice[]) {
  const ids = choices.flatMap(({ listenerIds }) => listenerIds);
  const abort = new AbortController();
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    beginAction(store, ids, { kind: 'plan', force: false, runId: null, abort });
  }, slowPlan);
  const outcome = await call(
    'ports.plan-kill',
    { targets: choices.map(({ target }) => target) },
    { signal: abort.signal },
  );
  clearTimeout(timer);
  if (outcome.ok) {
    if (shown) clearPlanning(store, ids);
    return outcome.value;
  }
  const { message } = outcome.failure;
  for (const id of ids) settleAction(store, id, 'plan', abort, { phase: 'failed', message });
  announce(store, message);
  return null;
}

function clearPlanning(store: App['store'], ids: readonly string[]) {
  const { rows } = store.getState().actions;
  const planning = ids.filter((id) => {
    const action = rows.get(id);
    return action?.phase === 'acting' && action.kind === 'plan';
  });
  patchSlice(store, 'actions', { rows: changeMap(rows, [], planning) });
}

/** The answer holds one plan for each target, in the order asked. */
function joinPlan(choices: readonly KillChoice[], { targets }: KillPlanDocument): readonly PlannedChoice[] {
  return choices.flatMap((choice, index) => {
    const planned = targets[index];
    return planned ? [{ ...choice, planned }] : [];
  });
}

function sayRefusal({ store }: App, { listenerIds, planned: { verdict, reason } }: PlannedChoice) {
  for (const id of listenerIds) tellInRow(store, id, verdict === 'gone' ? 'done' : 'failed', reason);
}
