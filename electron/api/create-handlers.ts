import type { CallName, CallParsed, CallResult } from '../../shared/contract/calls.ts';
import { fail, type Outcome, succeed } from '../../shared/rpc/failure.ts';
import type { CallContext } from '../../shared/rpc/serve-calls.ts';
import { type Attention, type Core, PortsUnreadableError } from '../core/core.ts';
import type { ShellServices } from './shell-services.ts';

export type Handlers = {
  readonly [N in CallName]: (parsed: CallParsed<N>, context: CallContext) => Promise<Outcome<CallResult<N>>>;
};

/** One line per call of the contract; the compiler refuses a missing one. */
export function createHandlers(core: Core, attention: Attention, shell: ShellServices): Handlers {
  return {
    'ports.refresh': async () => succeed({ sequence: (await core.refresh()).sequence }),
    'ports.free': (request) => core.findFreePorts(request),
    'ports.kill': (request, { signal }) => orUnreadable(() => core.kill(request, signal)),
    'ports.plan-kill': (request) => orUnreadable(() => core.planKill(request)),
    'ports.steer-kill': async (steer) =>
      core.steerKill(steer) ? succeed({}) : fail('not-found', 'That kill is not going on any more.'),
    'ports.stop-supervisor': (request, { signal }) => core.stopSupervisor(request, signal),
    'ports.restart': (request, { signal }) => orUnreadable(() => core.restart(request, signal)),
    'ports.undo-kill': async (request) => {
      const outcome = await core.undoKill(request);
      return outcome.ok ? succeed({ results: [...outcome.value] }) : outcome;
    },
    'processes.output': (identity) => core.readOutput(identity),
    'ports.connections': ({ listenerId }) => core.connections(listenerId),
    'ports.label': (change) => core.setLabel(change),
    'processes.read': (identity) => core.readProcess(identity),
    'probes.plan': ({ listenerId }) => core.probes.plan(listenerId),
    'probes.run': ({ listenerId }, { signal }) => core.probes.run(listenerId, 'request', signal),
    'probes.activity': async () => succeed(core.probes.activity()),
    'probes.localhost': async (request, { signal }) => succeed(await core.probes.localhost(request, signal)),
    'doctor.diagnose': (request, { signal }) => orUnreadable(() => core.doctor.diagnose(request, signal)),
    'folders.serve': async (request) => succeed(await core.folders.serve(request)),
    'folders.start': ({ id }) => core.folders.start(id),
    'folders.stop': ({ id }) => core.folders.stop(id),
    'folders.change': (change) => core.folders.change(change),
    'folders.remove': ({ id }) => core.folders.remove(id),
    'folders.log': (request) => core.folders.log(request),
    'folders.next-address': async () => succeed(await core.folders.nextAddress()),
    'folders.complete': async ({ text }) => succeed(await core.folders.completePath(text)),
    'folders.choose': async () => succeed({ path: await shell.chooseFolder() }),
    'history.read': async (request) => succeed(await core.history.read(request)),
    'history.clear': () => core.history.clear(),
    'settings.read': async () => succeed(await core.settings()),
    'settings.change': (change) => core.changeSettings(change),
    'window.attention': async ({ visible }) => {
      attention.setVisible(visible);
      return succeed({});
    },
    'window.system-settings': async ({ page }) => succeed({ opened: await shell.openSystemSettings(page) }),
    'window.commands': async ({ commands }) => {
      shell.offerCommands(commands);
      return succeed({});
    },
  };
}

/** Where the ports cannot be read nothing can be said about them, and that is an answer, not a bug. */
async function orUnreadable<T>(run: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return succeed(await run());
  } catch (error) {
    if (error instanceof PortsUnreadableError) return fail('ports-unreadable', error.message);
    throw error;
  }
}
