import type { Pipe } from '../../shared/rpc/pipe.ts';
import { serveConnection } from '../api/serve-connection.ts';
import type { ShellServices } from '../api/shell-services.ts';
import type { Core } from '../core/core.ts';
import type { Log } from '../core/lib/log.ts';

/** Serves a page that was found to be ours. */
export function servePage(core: Core, pipe: Pipe, shell: ShellServices, log: Log): void {
  const report = (error: unknown, callName: string) => log.error(`${callName} failed`, error);
  serveConnection(core, pipe, { shell, report }).catch((error: unknown) => {
    log.error('the window could not be served', error);
    pipe.close('Something went wrong inside Berth.');
  });
}
