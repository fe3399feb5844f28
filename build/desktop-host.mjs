import { findChromium } from './first-run/find-chromium.mjs';
import { findElectron } from './first-run/find-electron.mjs';
import { whyNoSandbox, whyNoWindow } from './first-run/why-no-window.mjs';

/** Why the specs of the window cannot run on Electron itself here, or null. */
export function whyNoElectron() {
  const electron = findElectron();
  if (!electron) return 'there is no Electron program here';
  return whyNoWindow() ?? whyNoSandbox(electron);
}

/**
 * What the specs of the window run on: Electron, else, on Linux, the stand-in of test/electron-host.
 * @returns {'electron' | 'stand-in' | null}
 */
export function desktopHost() {
  if (whyNoElectron() === null) return 'electron';
  return process.platform === 'linux' && findChromium() ? 'stand-in' : null;
}
