import type { CallTypes } from '../shared/contract/calls.ts';
import { protocolVersion } from '../shared/contract/protocol-version.ts';
import type { Welcome } from '../shared/contract/welcome.ts';
import type { Pipe } from '../shared/rpc/pipe.ts';
import { followShell } from './commands/follow-shell.ts';
import { offerCommands } from './commands/offer-commands.ts';
import type { App } from './store/app.ts';
import { createAppStore } from './store/app-store.ts';
import { applyEvents } from './store/apply-events.ts';
import { keepConnected } from './transport/keep-connected.ts';

export interface RunningApp {
  readonly app: App;
  stop(): void;
}

/** Joins the store to a connection that is kept. */
export function startApp(
  open: () => Pipe,
  pathOfDroppedFile: App['pathOfDroppedFile'] = () => '',
): RunningApp {
  const store = createAppStore();
  const facts = applyEvents(store);
  const session = keepConnected<CallTypes>(open, protocolVersion, {
    onWelcome: (value) => facts.welcome(value as Welcome),
    onEvent(name, payload) {
      facts.event(name, payload);
      followShell(app, name, payload);
    },
    onRefusal: facts.refused,
    onLost: (reason, retryInMs) => facts.lost(reason, Date.now() + retryInMs),
    onRetry: facts.retrying,
  });
  const app: App = { store, call: session.call, facts, reconnect: session.retryNow, pathOfDroppedFile };
  const withdraw = offerCommands(app);
  return {
    app,
    stop() {
      withdraw();
      session.stop();
    },
  };
}
