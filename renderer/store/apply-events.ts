import type { ServedFolder, ServedFolders } from '../../shared/contract/folders.ts';
import type { KillProgress } from '../../shared/contract/kill-plan.ts';
import type { ProbeAnswer } from '../../shared/contract/probes.ts';
import type { Process } from '../../shared/contract/processes.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { Changes, SourceStatus } from '../../shared/contract/snapshot.ts';
import type { Welcome } from '../../shared/contract/welcome.ts';
import type { RpcFailure } from '../../shared/rpc/failure.ts';
import type { RowAction } from './actions-slice.ts';
import { announce } from './announce.ts';
import { type AppStore, patchSlice } from './app-store.ts';
import { applyChanges, applySnapshot, changeMap } from './apply-changes.ts';
import { makePortRow } from './port-row.ts';

/** How long a closed row stays struck through, a mark on a row, a result through a change of owner; milliseconds. */
const closedRowStays = 1500;
const markStays = 2000;
const sentenceStays = 10_000;

/** The only writer of what came over the pipe. */
export interface EventApplier {
  welcome(value: Welcome): void;
  event(name: string, payload: unknown): void;
  /** A process that was read anew. */
  process(process: Process): void;
  settings(settings: Settings): void;
  /** A folder as an answer told it: the event with all of them may still be on its way. */
  folder(folder: ServedFolder): void;
  lost(reason: string, retryAt: number | null): void;
  /** A new attempt has started. */
  retrying(): void;
  refused(failure: RpcFailure): void;
}

export function applyEvents(store: AppStore): EventApplier {
  const settings = (next: Settings) => patchSlice(store, 'connection', { settings: next });
  return {
    welcome: (value) => welcome(store, value),
    event(name, payload) {
      // The other side validates what it sends; the protocol number says that both mean the same.
      if (name === 'changes') change(store, payload as Changes);
      else if (name === 'source') patchSlice(store, 'ports', { source: payload as SourceStatus });
      else if (name === 'settings') settings(payload as Settings);
      else if (name === 'probe') answered(store, payload as ProbeAnswer);
      else if (name === 'folders') patchSlice(store, 'folders', { list: (payload as ServedFolders).folders });
      else if (name === 'kill-progress') progress(store, payload as KillProgress);
    },
    process: (process) => replaceProcess(store, process),
    settings,
    folder: (folder) => replaceFolder(store, folder),
    lost(reason, retryAt) {
      const { phase } = store.getState().connection;
      if (phase === 'mismatch') return;
      patchSlice(store, 'connection', { phase: 'lost', reason, retryAt });
      if (phase === 'live') announce(store, 'Connection lost. Trying again.');
    },
    retrying: () => patchSlice(store, 'connection', { retryAt: null }),
    refused(failure) {
      if (failure.code !== 'version-mismatch') return;
      patchSlice(store, 'connection', { phase: 'mismatch', reason: failure.message, retryAt: null });
    },
  };
}

function welcome(store: AppStore, { host, settings, snapshot, probes, folders }: Welcome) {
  const { phase } = store.getState().connection;
  const byListener = new Map(probes.map((answer) => [answer.listenerId, answer]));
  store.setState({
    ports: applySnapshot(snapshot, byListener),
    answers: { byListener },
    folders: { list: folders },
  });
  patchSlice(store, 'connection', { phase: 'live', reason: null, retryAt: null, host, settings });
  if (phase === 'lost') announce(store, 'Connected again.');
}

function answered(store: AppStore, answer: ProbeAnswer) {
  const { answers, ports } = store.getState();
  const byListener = changeMap(answers.byListener, [[answer.listenerId, answer]], []);
  const row = ports.rows.get(answer.listenerId);
  const made = row && !row.closed ? makePortRow(row.listener, ports.processes, byListener) : null;
  store.setState({
    answers: { byListener },
    ports: { ...ports, rows: changeMap(ports.rows, made ? [[made.id, made]] : [], []) },
  });
}

function change(store: AppStore, changes: Changes) {
  const before = store.getState();
  const ports = applyChanges(before.ports, changes, before.answers.byListener);
  store.setState({ ports });
  forgetActions(store, changes);
  const closed = changes.removedListeners;
  if (closed.length > 0) setTimeout(() => dropClosedRows(store, closed), closedRowStays);
  const marked = changes.events.filter((event) => event.kind !== 'closed').map((event) => event.listenerId);
  if (marked.length > 0) setTimeout(() => dropMarks(store, marked), markStays);
}

/**
 * What was said about an action is about the owners of then. The owner that the sentence itself names ("started again
 * by nodemon") shows up at about the same time, so a fresh sentence stays.
 */
function forgetActions(store: AppStore, { events }: Changes) {
  const { rows } = store.getState().actions;
  if (rows.size === 0) return;
  const stale = events.flatMap(({ kind, listenerId }) =>
    kind !== 'closed' && isStale(rows.get(listenerId), kind) ? [listenerId] : [],
  );
  patchSlice(store, 'actions', { rows: changeMap(rows, [], stale) });
}

function isStale(action: RowAction | undefined, kind: 'opened' | 'changed-owner'): boolean {
  if (action === undefined || action.phase === 'acting') return false;
  const saidFree = action.phase === 'done' && action.kind !== 'restart';
  return (saidFree && kind === 'opened') || Date.now() - action.at > sentenceStays;
}

function progress(store: AppStore, told: KillProgress) {
  const { actions, ports } = store.getState();
  const meant = [...actions.rows].flatMap(([id, action]) => {
    if (action.phase !== 'acting' || action.runId !== told.runId) return [];
    const listener = ports.rows.get(id)?.listener;
    if (listener?.port !== told.port || listener.protocol !== told.protocol) return [];
    return [[id, { ...action, progress: { ...told, at: Date.now() } }] as const];
  });
  patchSlice(store, 'actions', { rows: changeMap(actions.rows, meant, []) });
}

function dropClosedRows(store: AppStore, ids: readonly string[]) {
  const { ports, view, actions } = store.getState();
  const closed = ids.filter((id) => ports.rows.get(id)?.closed);
  // The row is where the result is looked for: a kill makes sure before it speaks, and what did not come back stays.
  const awaited = closed.filter((id) => speaksYet(actions.rows.get(id)));
  if (awaited.length > 0) setTimeout(() => dropClosedRows(store, awaited), closedRowStays);
  const gone = closed.filter((id) => !awaited.includes(id));
  if (gone.length === 0) return;
  const selected = gone.find((id) => id === view.selectedId);
  const unseen = gone.filter((id) => id !== selected);
  patchSlice(store, 'ports', {
    rows: changeMap(ports.rows, [], gone),
    departed: (selected ? ports.rows.get(selected) : undefined) ?? ports.departed,
  });
  patchSlice(store, 'actions', { rows: changeMap(actions.rows, [], unseen) });
}

function speaksYet(action: RowAction | undefined): boolean {
  return action?.phase === 'acting' || (action?.phase === 'failed' && action.kind === 'restart');
}

function dropMarks(store: AppStore, ids: readonly string[]) {
  patchSlice(store, 'ports', { marks: changeMap(store.getState().ports.marks, [], ids) });
}

function replaceProcess(store: AppStore, process: Process) {
  const { ports, answers } = store.getState();
  if (!ports.processes.has(process.key)) return;
  const processes = changeMap(ports.processes, [[process.key, process]], []);
  const rows = [...ports.rows.values()]
    .filter((row) => !row.closed && row.listener.owners.includes(process.key))
    .map((row) => [row.id, makePortRow(row.listener, processes, answers.byListener)] as const);
  patchSlice(store, 'ports', { processes, rows: changeMap(ports.rows, rows, []) });
}

function replaceFolder(store: AppStore, folder: ServedFolder) {
  const { list } = store.getState().folders;
  const known = list.some(({ id }) => id === folder.id);
  const next = known ? list.map((one) => (one.id === folder.id ? folder : one)) : [...list, folder];
  patchSlice(store, 'folders', { list: next });
}
