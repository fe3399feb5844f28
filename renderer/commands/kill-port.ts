import type { App } from '../store/app.ts';
import { type AppState, patchSlice } from '../store/app-store.ts';
import { needsAsking, planKill } from '../store/plan-kill.ts';
import { runKill } from '../store/run-kill.ts';
import type { Command } from './command.ts';
import { targetRow } from './target-row.ts';

export const killPort: Command = {
  id: 'kill-port',
  title: 'Kill what holds the port',
  keys: ['Delete'],
  enabled: canKill,
  run: (app, listenerId) => askOrKill(app, false, listenerId),
};

export const forceKillPort: Command = {
  id: 'force-kill-port',
  title: 'Kill by force, without asking the process to end',
  keys: ['Shift+Delete'],
  enabled: canKill,
  run: (app, listenerId) => askOrKill(app, true, listenerId),
};

function canKill(state: AppState, listenerId?: string): boolean {
  const row = targetRow(state, listenerId);
  const { phase, host } = state.connection;
  const able = phase === 'live' && host !== null && host.capabilities.includes('kill');
  return able && row !== null && row.owners.length > 0;
}

function askOrKill(app: App, force: boolean, listenerId?: string) {
  const state = app.store.getState();
  const row = targetRow(state, listenerId);
  if (!row) return;
  const plan = planKill(row, state.ports.rows.values(), force);
  // Whoever forces an attempt that is under way, or has failed, has said yes to it before.
  const goesOn = force && state.actions.kills.has(row.id);
  if (needsAsking(plan) && !goesOn) patchSlice(app.store, 'view', { asking: plan });
  else void runKill(app, plan);
}
