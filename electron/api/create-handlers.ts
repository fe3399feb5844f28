import type { CallName, CallParsed, CallResult } from '../../shared/contract/calls.ts';
import { type Outcome, succeed } from '../../shared/rpc/failure.ts';
import type { CallContext } from '../../shared/rpc/serve-calls.ts';
import type { Attention, Core } from '../core/core.ts';

export type Handlers = {
  readonly [N in CallName]: (parsed: CallParsed<N>, context: CallContext) => Promise<Outcome<CallResult<N>>>;
};

/** One line per call of the contract; the compiler refuses a missing one. */
export function createHandlers(core: Core, attention: Attention): Handlers {
  return {
    'ports.refresh': async () => succeed({ sequence: (await core.refresh()).sequence }),
    'ports.free': (request) => core.findFreePorts(request),
    'ports.kill': async (request, { signal }) => succeed(await core.kill(request, signal)),
    'ports.label': (change) => core.setLabel(change),
    'processes.read': (identity) => core.readProcess(identity),
    'settings.read': async () => succeed(await core.settings()),
    'settings.change': (change) => core.changeSettings(change),
    'window.attention': async ({ visible }) => {
      attention.setVisible(visible);
      return succeed({});
    },
  };
}
