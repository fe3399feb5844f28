import { runRestart } from '../store/run-restart.ts';
import type { Command } from './command.ts';
import { mayAct } from './may-act.ts';
import { targetRow } from './target-row.ts';
import { whyNoAction } from './why-not.ts';

export const restartPort: Command = {
  id: 'restart-port',
  area: 'port',
  title: 'Restart what holds the port',
  titleFor(state, listenerId) {
    const name = targetRow(state, listenerId)?.owners[0]?.name;
    return name ? `Restart ${name}` : null;
  },
  keys: ['r'],
  enabled(state, listenerId) {
    const row = targetRow(state, listenerId);
    if (!mayAct(state) || row === null || row.owners.length === 0) return false;
    return state.actions.rows.get(row.id)?.phase !== 'acting';
  },
  whyNot: whyNoAction,
  run(app, listenerId) {
    const row = targetRow(app.store.getState(), listenerId);
    if (row) void runRestart(app, row);
  },
};
