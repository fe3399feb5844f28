import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, startApp } from './api/app.ts';
import { electron } from './electron-module.ts';
import { host } from './host.ts';
import { offerElectron } from './offer-electron.ts';

/** From Electron's package, put in by the bundler. */
declare const __ELECTRON_VERSION__: string;

/** Milliseconds for a main module that itself waits for the app to be ready. */
const patienceMs = 150;

disguise();
offerElectron(electron);
process.on('uncaughtException', fail);
const require = createRequire(pathToFileURL(host.mainFile));
for (const file of host.preloaded) require(path.resolve(file));
const loaded = import(pathToFileURL(host.mainFile).href);
loaded.catch(fail);

// Chromium starts once the main module has run, so that its `setPath` and `appendSwitch` count.
Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, patienceMs))])
  .then(startApp)
  .catch(fail);

/** Gives the process the looks of Electron's main process. */
function disguise(): void {
  const program = path.join(import.meta.dirname, 'electron');
  process.argv = [program, ...host.args];
  process.execPath = program;
  Object.assign(process, {
    type: 'browser',
    defaultApp: true,
    resourcesPath: path.join(import.meta.dirname, 'resources'),
  });
  const versions = { ...process.versions, electron: __ELECTRON_VERSION__, chrome: '156.0.0.0' };
  Object.defineProperty(process, 'versions', { value: Object.freeze(versions) });
}

function fail(error: unknown): void {
  const stack = error instanceof Error ? error.stack : String(error);
  console.error(`A JavaScript error occurred in the main process\nUncaught Exception:\n${stack}`);
  app.exit(1);
}
