import path from 'node:path';
import { app, session } from 'electron';
import type { Capability, Platform } from '../../shared/contract/host.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import { serveConnection } from '../api/serve-connection.ts';
import { plainShell } from '../api/shell-services.ts';
import type { Core } from '../core/core.ts';
import { createStderrLog } from '../core/lib/stderr-log.ts';
import { registerAppScheme, serveAppScheme } from './app-protocol.ts';
import { openIpcEndpoint } from './ipc-endpoint.ts';
import { lockDown } from './lock-down.ts';
import { bringForward, openMainWindow } from './main-window.ts';
import { openCore, userFolder } from './open-core.ts';
import { quitInOrder } from './quit-in-order.ts';

/** What the interface may do when it runs in the window. */
const capabilities: readonly Capability[] = ['kill', 'label', 'settings', 'open-url'];

const bundleFolder = import.meta.dirname;
const platform = process.platform as Platform;
const log = createStderrLog('warn');

// Chromium's own files stay out of the folder with the user's settings, and the lock below lies in theirs.
app.setPath('userData', path.join(userFolder(platform), 'desktop'));
app.enableSandbox();
registerAppScheme();

if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => {
    log.error('Berth could not start', error);
    app.exit(1);
  });
} else {
  app.quit();
}

async function start(): Promise<void> {
  await app.whenReady();
  lockDown(session.defaultSession, log.warn);
  serveAppScheme(path.join(bundleFolder, '../renderer'));

  const core = openCore(platform, log, bundleFolder);
  quitInOrder(() => core.close());
  openIpcEndpoint({
    warn: log.warn,
    onPipe: (pipe) => serve(core, pipe),
  });
  await core.startWatching();

  const window = openMainWindow(path.join(bundleFolder, '../preload/preload.cjs'), log.warn);
  app.on('second-instance', () => bringForward(window));
  app.on('window-all-closed', () => app.quit());
}

function serve(core: Core, pipe: Pipe): void {
  const report = (error: unknown, callName: string) => log.error(`${callName} failed`, error);
  serveConnection(core, pipe, { shell: plainShell(capabilities), report }).catch((error: unknown) => {
    log.error('the window could not be served', error);
    pipe.close('Something went wrong inside Berth.');
  });
}
