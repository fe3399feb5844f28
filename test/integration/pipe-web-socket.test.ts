import { rm } from 'node:fs/promises';
import path from 'node:path';
import { startWebServer } from '../../electron/web/start-web-server.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { admittedBrowser } from '../helpers/admitted-browser.ts';
import { clientPipe, openPageSocket } from '../helpers/page-socket.ts';
import { describePipe } from '../helpers/pipe-behaviours.ts';
import { makeUiFolder } from '../helpers/ui-folder.ts';

describePipe('a WebSocket', async () => {
  const uiFolder = await makeUiFolder();
  const served: Pipe[] = [];
  const server = await startWebServer({
    serve: (pipe) => void served.push(pipe),
    port: 0,
    uiFolder,
    holderOf: () => null,
    log: new SilentLog(),
  });
  const socket = await openPageSocket({
    host: `127.0.0.1:${server.port}`,
    ...(await admittedBrowser(server)),
  });
  const [pipe] = served;
  if (!pipe) throw new Error('The server accepted nothing.');
  return {
    client: clientPipe(socket),
    server: pipe,
    async dispose() {
      await server.close();
      await rm(path.dirname(uiFolder), { recursive: true });
    },
  };
});
