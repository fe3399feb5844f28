import type { AppState } from '../store/app-store.ts';
import { askOrKill } from '../store/ask-or-kill.ts';
import { projectOf } from '../store/select-project.ts';
import type { Command } from './command.ts';
import { mayAct } from './may-act.ts';
import { targetRow } from './target-row.ts';
import { whyNoAction } from './why-not.ts';

export const killProject: Command = {
  id: 'kill-project',
  area: 'port',
  title: 'Kill everything of the project',
  titleFor(state, listenerId) {
    const project = projectIn(state, listenerId);
    return project ? `Kill everything of project ${project.name}` : null;
  },
  keys: [],
  enabled: (state, listenerId) => mayAct(state) && (projectIn(state, listenerId)?.ports ?? 0) > 1,
  whyNot: (state, listenerId) =>
    targetRow(state, listenerId) && mayAct(state)
      ? 'Its project holds no other port.'
      : whyNoAction(state, listenerId),
  run(app, listenerId) {
    const project = projectIn(app.store.getState(), listenerId);
    if (project) void askOrKill(app, { rows: project.rows, force: false, whole: `project ${project.name}` });
  },
};

function projectIn(state: AppState, listenerId?: string) {
  const row = targetRow(state, listenerId);
  return row ? projectOf(state.ports.rows.values(), row) : null;
}
