import { calls } from '../../shared/contract/calls.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { protocolVersion, type Welcome } from '../../shared/contract/welcome.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import { serveCalls } from '../../shared/rpc/serve-calls.ts';
import type { Core } from '../core/core.ts';
import { allowCall } from './allow-call.ts';
import { createHandlers } from './create-handlers.ts';
import { publishEvents } from './publish-events.ts';
import type { ShellServices } from './shell-services.ts';

export interface ConnectionOptions {
  readonly shell: ShellServices;
  /** Keeps a bug and returns the id to show. */
  readonly report: (error: unknown, callName: string) => string;
}

/** Serves one interface over its pipe until the pipe closes. Who speaks was settled by the shell. */
export async function serveConnection(core: Core, pipe: Pipe, options: ConnectionOptions): Promise<void> {
  let settings: Settings = await core.settings();
  const attention = core.attend();
  const unsubscribe = core.onSettings((next) => {
    settings = next;
  });
  pipe.onClose(() => {
    unsubscribe();
    attention.release();
  });
  serveCalls(pipe, {
    protocol: protocolVersion,
    calls,
    handlers: createHandlers(core, attention, options.shell),
    allow: (name) => allowCall(name as keyof typeof calls, options.shell.capabilities),
    welcome() {
      const snapshot = core.snapshot();
      const value: Welcome = {
        host: { ...core.host, capabilities: [...options.shell.capabilities] },
        settings,
        snapshot,
        probes: [...core.probes.answers()],
        folders: [...core.folders.list()],
      };
      return { sequence: snapshot.sequence, value };
    },
    subscribe: (publish) => publishEvents(core, options.shell, publish),
    report: options.report,
  });
}
