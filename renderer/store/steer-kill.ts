import type { KillSteer } from '../../shared/contract/kill-plan.ts';
import type { RpcFailure } from '../../shared/rpc/failure.ts';
import type { ActingState } from './actions-slice.ts';
import { announce } from './announce.ts';
import type { App } from './app.ts';
import { actionOf, settleAction, stopWaiting } from './row-actions.ts';

const said: Readonly<Record<KillSteer['wish'], string>> = {
  force: 'Forcing it now.',
  wait: 'Waiting half a minute more.',
  'give-up': 'Not waiting for it any more.',
};

/** Tells the kill of this row's port how to go on; the other ports of the same run are left as they are. */
export async function steerKill(app: App, listenerId: string, wish: KillSteer['wish']): Promise<void> {
  const { store } = app;
  const action = actionOf(store, listenerId);
  if (action?.phase !== 'acting' || action.runId === null) return;
  const failure = await sendWish(app, listenerId, action.runId, wish);
  announce(store, failure === null ? said[wish] : failure.message);
}

/** Stops waiting for this row. A port among others is given up alone, and what is known at the end is told then. */
export async function giveUp(app: App, listenerId: string): Promise<void> {
  const { store } = app;
  const action = actionOf(store, listenerId);
  if (action?.phase !== 'acting') return;
  if (action.runId === null || !isAmongOthers(app, listenerId, action)) return stopWaiting(store, listenerId);
  const failure = await sendWish(app, listenerId, action.runId, 'give-up');
  if (failure !== null) return announce(store, failure.message);
  const message = 'Nothing more is sent. What became of it is told with the other ports.';
  for (const id of rowsOfPort(app, listenerId)) {
    settleAction(store, id, action.kind, action.abort, { phase: 'failed', message });
  }
  announce(store, said['give-up']);
}

async function sendWish(
  { store, call }: App,
  listenerId: string,
  runId: string,
  wish: KillSteer['wish'],
): Promise<RpcFailure | null> {
  const listener = store.getState().ports.rows.get(listenerId)?.listener;
  const port = listener ? { port: listener.port, protocol: listener.protocol } : {};
  const outcome = await call('ports.steer-kill', { runId, wish, ...port });
  return outcome.ok ? null : outcome.failure;
}

function rowsOfPort({ store }: App, listenerId: string): readonly string[] {
  const { rows } = store.getState().ports;
  const meant = rows.get(listenerId)?.listener;
  const same = [...rows.values()].filter(
    ({ listener }) => listener.port === meant?.port && listener.protocol === meant.protocol,
  );
  return same.map(({ id }) => id);
}

function isAmongOthers(app: App, listenerId: string, { runId }: ActingState): boolean {
  const own = rowsOfPort(app, listenerId);
  return [...app.store.getState().actions.rows].some(
    ([id, other]) => other.phase === 'acting' && other.runId === runId && !own.includes(id),
  );
}
