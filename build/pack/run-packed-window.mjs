import { createServer } from 'node:net';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { findChromium } from '../first-run/find-chromium.mjs';
import { inProject } from '../first-run/project.mjs';
import { runProgram, say } from '../first-run/run-program.mjs';

/** Milliseconds until the window must show what listens. */
const patienceMs = 30_000;

/**
 * Starts the app that was packed for Linux on the stand-in for Electron, and looks whether its window shows a port.
 * @param {string} folder  The packed folder. @param {string} data  Where the app keeps what it keeps.
 * @returns {Promise<string[]>} What went wrong.
 */
export async function runPackedWindow(folder, data) {
  if (!findChromium()) {
    say('The packed window was not run: no Chromium is here.');
    return [];
  }
  const { ok, output } = await runProgram(process.execPath, [inProject('test/electron-host/build.mjs')], {
    output: 'hide',
  });
  if (!ok) return [`the stand-in for Electron could not be built: ${output.trim()}`];
  const server = await listen();
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env;
  try {
    const app = await _electron.launch({
      executablePath: path.join(folder, 'berth-desktop'),
      env: /** @type {Record<string, string>} */ ({ ...env, BERTH_DATA: data }),
      chromiumSandbox: true,
      timeout: patienceMs,
    });
    try {
      const page = await app.firstWindow();
      await page.getByText(String(server.port)).first().waitFor({ timeout: patienceMs });
      return [];
    } finally {
      await app.close();
    }
  } catch (error) {
    return [`the packed window did not show port ${server.port}: ${error}`];
  } finally {
    server.close();
  }
}

/** @returns {Promise<{ port: number, close: () => void }>} */
function listen() {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address && typeof address === 'object' ? address.port : 0;
      resolve({ port, close: () => server.close() });
    });
  });
}
