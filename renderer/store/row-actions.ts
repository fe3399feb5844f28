import type { ActingState, ActionDetail, ActionKind, RowAction, SettledState } from './actions-slice.ts';
import { announce } from './announce.ts';
import { type AppStore, patchSlice } from './app-store.ts';
import { changeMap } from './apply-changes.ts';

/** How long the row of a port that came back says so, in milliseconds. */
const goodNewsStays = 6000;

export type Settled = Pick<SettledState, 'phase' | 'message'> & { readonly detail?: ActionDetail | null };

export function actionOf(store: AppStore, listenerId: string): RowAction | undefined {
  return store.getState().actions.rows.get(listenerId);
}

/** Marks the rows as being acted on. Whatever was going on there is no longer waited for. */
export function beginAction(
  store: AppStore,
  listenerIds: readonly string[],
  start: Pick<ActingState, 'kind' | 'force' | 'runId' | 'abort'>,
) {
  for (const id of listenerIds) stopWaiting(store, id);
  const state: ActingState = { phase: 'acting', since: Date.now(), progress: null, ...start };
  setActions(
    store,
    listenerIds.map((id) => [id, state]),
  );
}

/** Keeps what became of the action, unless a later one on the same row has begun: that one will tell. */
export function settleAction(
  store: AppStore,
  listenerId: string,
  kind: ActionKind,
  abort: AbortController,
  { phase, message, detail = null }: Settled,
) {
  const now = actionOf(store, listenerId);
  if (now?.phase === 'acting' && now.abort !== abort) return;
  setSettled(store, listenerId, { phase, kind, at: Date.now(), message, detail });
}

/** Says a sentence in the row that no action is behind. */
export function tellInRow(store: AppStore, listenerId: string, phase: Settled['phase'], message: string) {
  setSettled(store, listenerId, { phase, kind: 'plan', at: Date.now(), message, detail: null });
  announce(store, message);
}

function setSettled(store: AppStore, listenerId: string, state: SettledState) {
  setActions(store, [[listenerId, state]]);
  if (state.phase === 'failed') return;
  setTimeout(() => {
    const row = store.getState().ports.rows.get(listenerId);
    if (actionOf(store, listenerId) === state && row && !row.closed) forgetAction(store, listenerId);
  }, goodNewsStays);
}

/** Stops waiting. What was sent stays sent. */
export function stopWaiting(store: AppStore, listenerId: string) {
  const action = actionOf(store, listenerId);
  if (action?.phase === 'acting') action.abort.abort();
}

/** Takes the sentence away, and with it the row that stood there for its sake. */
export function forgetAction(store: AppStore, listenerId: string) {
  const { actions, ports } = store.getState();
  patchSlice(store, 'actions', { rows: changeMap(actions.rows, [], [listenerId]) });
  const row = ports.rows.get(listenerId);
  if (!row?.closed) return;
  patchSlice(store, 'ports', { rows: changeMap(ports.rows, [], [listenerId]), departed: row });
}

/** A row that has left in the meantime has no place left to say it. */
function setActions(store: AppStore, states: readonly (readonly [string, RowAction])[]) {
  const { actions, ports } = store.getState();
  const kept = states.filter(([id]) => ports.rows.has(id));
  const gone = states.filter(([id]) => !ports.rows.has(id)).map(([id]) => id);
  patchSlice(store, 'actions', { rows: changeMap(actions.rows, kept, gone) });
}
