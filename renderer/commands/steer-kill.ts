import type { AppState } from '../store/app-store.ts';
import { steerKill } from '../store/steer-kill.ts';
import type { Command } from './command.ts';
import { mayAct } from './may-act.ts';

export const forceNow = steerer('force', 'Force the kill that is under way', []);
export const waitLonger = steerer('wait', 'Wait longer before forcing the kill', ['w']);

function steerer(wish: 'force' | 'wait', title: string, keys: readonly string[]): Command {
  return {
    id: `kill-${wish}`,
    area: 'port',
    title,
    keys,
    enabled: (state, listenerId) => canSteer(state, listenerId ?? state.view.selectedId, wish),
    whyNot: () => 'No kill of it is under way.',
    run(app, listenerId) {
      const id = listenerId ?? app.store.getState().view.selectedId;
      if (id !== null) void steerKill(app, id, wish);
    },
  };
}

/** As long as it waits; what is being forced, or over, cannot be steered. */
function canSteer(state: AppState, id: string | null, wish: 'force' | 'wait'): boolean {
  const action = state.actions.rows.get(id ?? '');
  if (!mayAct(state) || action?.phase !== 'acting' || action.runId === null || action.force) return false;
  const { progress } = action;
  if (progress === null) return true;
  if (!['asked', 'closing'].includes(progress.stage)) return false;
  return wish === 'force' || progress.forceAtMs !== null;
}
