import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { ensureReady } from './first-run/ensure-ready.mjs';
import { fetchElectron } from './first-run/fetch-electron.mjs';
import { findElectron } from './first-run/find-electron.mjs';
import { inProject, root } from './first-run/project.mjs';
import { runProgram, say } from './first-run/run-program.mjs';
import { whyNoSandbox, whyNoWindow } from './first-run/why-no-window.mjs';

/** `npm start`: installs what is missing, builds, opens the desktop app or, where that cannot be, the browser interface. */
const args = process.argv.slice(2);

try {
  await ensureReady();
  const obstacle = await findObstacle();
  const electron = findElectron();
  if (electron && !obstacle) {
    startDesktop(electron);
  } else {
    say(`No desktop window: ${obstacle}. Starting the browser interface instead.`);
    await startBrowser();
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** Why the desktop app cannot run here, or null. */
async function findObstacle() {
  const noWindow = whyNoWindow();
  if (noWindow) return noWindow;
  const missing = findElectron() ? null : await fetchElectron();
  const electron = findElectron();
  if (!electron) return missing ?? 'Electron is not there after it was fetched';
  return whyNoSandbox(electron) ?? (await whyNoStart(electron));
}

/** @param {string} electron */
async function whyNoStart(electron) {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env;
  const { ok, output } = await runProgram(electron, ['--version'], {
    output: 'hide',
    deadlineMs: 10_000,
    env,
  });
  return ok ? null : `Electron does not start (${output.trim().split('\n')[0] ?? 'no reason given'})`;
}

/** @param {string} electron */
function startDesktop(electron) {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env;
  const child = spawn(electron, ['.', ...args], { cwd: root, env, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    say(`Electron did not start: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}

/** Runs in this process, so that signals and the exit code are its own. */
async function startBrowser() {
  const web = inProject('dist/node/web.js');
  process.argv = [process.execPath, web, ...args];
  await import(pathToFileURL(web).href);
}
