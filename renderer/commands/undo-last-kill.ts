import { latestOffer, undoKill } from '../store/undo-kill.ts';
import type { Command } from './command.ts';
import { mayAct } from './may-act.ts';

export const undoLastKill: Command = {
  id: 'undo-kill',
  area: 'app',
  title: 'Undo the last kill',
  keys: ['u'],
  enabled: (state) => mayAct(state) && latestOffer(state) !== null,
  whyNot: () => 'There is no kill to undo.',
  run(app) {
    const offer = latestOffer(app.store.getState());
    if (offer) void undoKill(app, offer.runId);
  },
};
