import { isPortFree } from '../../shared/contract/is-port-free.ts';
import type { KillReport } from '../../shared/contract/kill.ts';
import type { Outcome } from '../../shared/rpc/failure.ts';
import type { KillState } from './actions-slice.ts';
import { announce } from './announce.ts';
import type { App } from './app.ts';
import { type AppStore, patchSlice } from './app-store.ts';
import { changeMap } from './apply-changes.ts';
import type { KillPlan } from './plan-kill.ts';

/** Ends what the plan names and keeps what became of the port where the row can show it. */
export async function runKill({ store, call }: App, plan: KillPlan): Promise<void> {
  const { listenerId, force } = plan;
  const listener = store.getState().ports.listeners.get(listenerId);
  if (!listener || plan.processes.length === 0) return;
  stopWaiting(store, listenerId);
  const abort = new AbortController();
  setKill(store, listenerId, { phase: 'acting', since: Date.now(), force, abort });
  const { port, protocol } = listener;
  const owners = plan.processes.map(({ pid, startTime }) => ({ pid, startTime }));
  const targets = [{ port, protocol, owners }];
  const outcome = await call('ports.kill', { targets, force }, { signal: abort.signal });
  if (isOvertaken(store, listenerId, abort)) return;
  const state = stateAfter(outcome, port);
  setKill(store, listenerId, state);
  announce(store, state.message);
}

/** Stops waiting for the end of a process. What was sent to it stays sent. */
export function stopWaiting(store: AppStore, listenerId: string) {
  const kill = store.getState().actions.kills.get(listenerId);
  if (kill?.phase === 'acting') kill.abort.abort();
}

export function forgetKill(store: AppStore, listenerId: string) {
  patchSlice(store, 'actions', { kills: changeMap(store.getState().actions.kills, [], [listenerId]) });
}

/** True when a second attempt on the same row has begun: that one will tell. */
function isOvertaken(store: AppStore, listenerId: string, abort: AbortController): boolean {
  const kill = store.getState().actions.kills.get(listenerId);
  return kill?.phase === 'acting' && kill.abort !== abort;
}

function stateAfter(outcome: Outcome<KillReport>, port: number): Exclude<KillState, { phase: 'acting' }> {
  const at = Date.now();
  if (!outcome.ok) return { phase: 'failed', at, message: outcome.failure.message, result: null };
  const [result] = outcome.value.results;
  if (!result) {
    return { phase: 'failed', at, message: `Berth did not say what became of ${port}.`, result: null };
  }
  const { message } = result;
  return isPortFree(result.outcome)
    ? { phase: 'freed', at, message }
    : { phase: 'failed', at, message, result };
}

/** A row that has left in the meantime has no place left to say it. */
function setKill(store: AppStore, listenerId: string, state: KillState) {
  const { actions, ports } = store.getState();
  const kills = ports.rows.has(listenerId)
    ? changeMap(actions.kills, [[listenerId, state]], [])
    : changeMap(actions.kills, [], [listenerId]);
  patchSlice(store, 'actions', { kills });
}
