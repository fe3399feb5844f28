import { countOf } from '../lib/count-of.ts';
import type { App } from '../store/app.ts';
import type { AppState } from '../store/app-store.ts';
import { askOrKill } from '../store/ask-or-kill.ts';
import { killName } from '../store/kill-name.ts';
import { choicesOf, holdsPort } from '../store/kill-question.ts';
import { pickedRows } from '../store/pick-rows.ts';
import type { PortRow } from '../store/port-row.ts';
import { steerKill } from '../store/steer-kill.ts';
import type { Command } from './command.ts';
import { mayAct } from './may-act.ts';
import { targetRow } from './target-row.ts';
import { whyNoAction } from './why-not.ts';

export const killPort: Command = {
  id: 'kill-port',
  area: 'port',
  title: 'Kill what holds the port, or the selected ports',
  titleFor: (state, listenerId) => titleOf('Kill', state, listenerId),
  keys: ['Delete'],
  enabled: (state, listenerId) => rowsToKill(state, listenerId).some((row) => !isActing(state, row)),
  whyNot: whyNoAction,
  run: (app, listenerId) => kill(app, false, listenerId),
};

export const forceKillPort: Command = {
  id: 'force-kill-port',
  area: 'port',
  title: 'Kill by force, without asking the process to end',
  titleFor: (state, listenerId) => titleOf('Force', state, listenerId),
  keys: ['Shift+Delete'],
  enabled: (state, listenerId) => rowsToKill(state, listenerId).length > 0,
  whyNot: whyNoAction,
  run: (app, listenerId) => kill(app, true, listenerId),
};

function titleOf(verb: string, state: AppState, listenerId?: string): string | null {
  const rows = rowsToKill(state, listenerId);
  const [only] = rows;
  if (!only) return null;
  return `${verb} ${rows.length === 1 ? killName(only) : countOf(choicesOf(rows).length, 'port')}`;
}

function rowsToKill(state: AppState, listenerId?: string): readonly PortRow[] {
  if (!mayAct(state)) return [];
  const picked = listenerId === undefined ? pickedRows(state) : [];
  const row = targetRow(state, listenerId);
  const rows = picked.length > 0 ? picked : row ? [row] : [];
  return rows.filter(holdsPort);
}

function isActing({ actions }: AppState, row: PortRow): boolean {
  return actions.rows.get(row.id)?.phase === 'acting';
}

function kill(app: App, force: boolean, listenerId?: string) {
  const state = app.store.getState();
  const rows = rowsToKill(state, listenerId);
  // A kill that is under way is told to go on by force: a second one would only get in its way.
  const underWay = rows.filter((row) => isActing(state, row));
  if (force) for (const { id } of underWay) void steerKill(app, id, 'force');
  void askOrKill(app, { rows: rows.filter((row) => !underWay.includes(row)), force });
}
