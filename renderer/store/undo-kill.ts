import type { KillResult } from '../../shared/contract/kill.ts';
import type { RestartResult } from '../../shared/contract/restart.ts';
import { countOf } from '../lib/count-of.ts';
import type { App } from './app.ts';
import { type AppState, type AppStore, patchSlice } from './app-store.ts';
import { changeMap } from './apply-changes.ts';
import type { UndoOffer } from './undo-offer.ts';

/** Offers to take a kill back, as one offer however many ports it was about. */
export function offerUndo({ store }: App, runId: string, results: readonly KillResult[]) {
  const undone = results.filter(({ undo }) => undo !== null);
  const ids = [...new Set(undone.flatMap(({ undo }) => undo?.id ?? []))];
  if (ids.length === 0) return;
  const until = Math.min(...undone.flatMap(({ undo }) => (undo ? [Date.parse(undo.until)] : [])));
  const offer = { runId, ids, until, text: endedText(undone), message: null, lines: [] };
  setOffer(store, { ...offer, phase: 'offered' });
}

/** The latest kill that can still be taken back. */
export function latestOffer({ actions: { undos } }: AppState): UndoOffer | null {
  const open = [...undos.values()].filter(({ phase, until }) => phase === 'offered' && until > Date.now());
  return open.at(-1) ?? null;
}

/** Starts again what the kill ended, and keeps what came of it where the offer stood. */
export async function undoKill({ store, call }: App, runId: string): Promise<void> {
  const offer = store.getState().actions.undos.get(runId);
  if (offer?.phase !== 'offered') return;
  setOffer(store, { ...offer, phase: 'undoing' });
  const outcomes = await Promise.all(offer.ids.map((id) => call('ports.undo-kill', { id })));
  const failures = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.failure.message]));
  const results = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value.results : []));
  if (store.getState().actions.undos.has(runId))
    setOffer(store, { ...offer, ...conclude(results, failures) });
}

export function forgetUndo(store: AppStore, runId: string) {
  patchSlice(store, 'actions', { undos: changeMap(store.getState().actions.undos, [], [runId]) });
}

function setOffer(store: AppStore, offer: UndoOffer) {
  const { undos } = store.getState().actions;
  patchSlice(store, 'actions', { undos: changeMap(undos, [[offer.runId, offer]], []) });
}

function conclude(
  results: readonly RestartResult[],
  failures: readonly string[],
): Pick<UndoOffer, 'phase' | 'message' | 'lines'> {
  const bad = results.filter(({ outcome }) => outcome !== 'back');
  const back = results.length - bad.length;
  const messages = [...bad.map(({ message }) => message), ...failures];
  if (messages.length === 0) {
    const [only] = results;
    const message = results.length === 1 && only ? only.message : `${countOf(back, 'port')} back.`;
    return { phase: 'back', message, lines: [] };
  }
  const some = back > 0 ? [`${countOf(back, 'port')} back.`] : [];
  const lines = bad.flatMap(({ lastLines }) => lastLines);
  return { phase: 'failed', message: [...some, ...messages].join(' '), lines };
}

function endedText(results: readonly KillResult[]): string {
  const ports = results.map(({ port }) => port);
  const named = ports.slice(0, 4).join(', ') + (ports.length > 4 ? ` and ${ports.length - 4} more` : '');
  const names = new Set(results.flatMap(({ processes }) => processes.at(-1)?.name ?? []));
  const [name] = names;
  const who = names.size === 1 && name ? name : countOf(names.size, 'program');
  return `Ended ${names.size === 0 ? 'what listened' : who} on ${named}.`;
}
