import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { SocketLimits } from '../../electron/web/socket-limits.ts';
import { startWebServer, type WebServer } from '../../electron/web/start-web-server.ts';
import { serveCalls } from '../../shared/rpc/serve-calls.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { TestService } from '../fakes/test-service.ts';
import { type AdmittedBrowser, admittedBrowser } from './admitted-browser.ts';
import { makeUiFolder } from './ui-folder.ts';

export interface WebRun extends AdmittedBrowser {
  readonly server: WebServer;
  readonly service: TestService;
  readonly port: number;
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** The token of the printed link. */
  readonly token: string;
  dispose(): Promise<void>;
}

/** A real web server with a small page, serving the test service. */
export async function startWebRun(limits: Partial<SocketLimits> = {}): Promise<WebRun> {
  const uiFolder = await makeUiFolder();
  const service = new TestService();
  const server = await startWebServer({
    serve: (pipe) => serveCalls(pipe, service),
    port: 0,
    uiFolder,
    holderOf: () => null,
    log: new SilentLog(),
    limits,
  });
  const { port } = server;
  const host = `127.0.0.1:${port}`;
  const token = new URL(server.url).searchParams.get('token') ?? '';
  return {
    server,
    service,
    port,
    host,
    token,
    ...(await admittedBrowser(server)),
    async dispose() {
      await server.close();
      await rm(path.dirname(uiFolder), { recursive: true });
    },
  };
}
