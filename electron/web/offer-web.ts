import { once } from 'node:events';
import type { WebDocument } from '../../shared/contract/documents.ts';
import type { Capability, Host } from '../../shared/contract/host.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import { serveConnection } from '../api/serve-connection.ts';
import { plainShell } from '../api/shell-services.ts';
import type { Core } from '../core/core.ts';
import type { Log } from '../core/lib/log.ts';
import { ListenError } from './listen-failure.ts';
import { type BrowserHost, openBrowser } from './open-browser.ts';
import { portHolder } from './port-holder.ts';
import { startWebServer, type WebServer } from './start-web-server.ts';
import { UiMissingError } from './ui-assets.ts';

export interface WebOffer {
  /** Closed by whoever made it, after this has ended. */
  readonly core: Core;
  readonly log: Log;
  readonly browser: BrowserHost;
  /** The built interface. */
  readonly uiFolder: string;
  /** Null takes the default or the next free one. */
  readonly port: number | null;
  /** Opens the default browser. */
  readonly open: boolean;
  readonly json: boolean;
  /** Takes one line for standard output. */
  readonly print: (line: string) => void;
  /** Takes one line for standard error. */
  readonly complain: (line: string) => void;
  /** Ends the offer. */
  readonly stop: AbortSignal;
}

/** What the interface may do when it runs in a browser. */
const webCapabilities: readonly Capability[] = ['kill', 'label', 'settings', 'open-url', 'serve', 'probe'];

/** Offers the interface in a browser until stopped, and resolves with the exit code. */
export async function offerWeb(offer: WebOffer): Promise<number> {
  const snapshot = await offer.core.refresh();
  let server: WebServer;
  try {
    server = await startWebServer({
      serve: (pipe) => serve(offer, pipe),
      port: offer.port,
      uiFolder: offer.uiFolder,
      holderOf: (port) => portHolder(snapshot, port),
      log: offer.log,
    });
  } catch (error) {
    if (!(error instanceof ListenError || error instanceof UiMissingError)) throw error;
    offer.complain(error.message);
    return 1;
  }
  await offer.core.startWatching();
  offer.print(offer.json ? JSON.stringify(webDocument(server)) : `Berth is open at ${server.url}`);
  if (offer.open && !(await openBrowser(server.ticketUrl(), offer.browser))) {
    offer.complain(openElsewhere(server.port, offer.core.host));
  }
  if (!offer.stop.aborted) await once(offer.stop, 'abort');
  await server.close();
  return 0;
}

function serve({ core, log }: WebOffer, pipe: Pipe): void {
  const report = (error: unknown, callName: string) => log.error(`${callName} failed`, error);
  serveConnection(core, pipe, { shell: plainShell(webCapabilities), report }).catch((error: unknown) => {
    log.error('A page could not be served', error);
    pipe.close('Something went wrong inside Berth.');
  });
}

function webDocument(server: WebServer): WebDocument {
  return { version: 1, url: server.url, port: server.port, pid: process.pid };
}

function openElsewhere(port: number, { user, hostname }: Pick<Host, 'user' | 'hostname'>): string {
  return (
    'No browser could be opened here. Open the link yourself; on another machine, after ' +
    `ssh -L ${port}:127.0.0.1:${port} ${user}@${hostname}.`
  );
}
