import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Programs that are a Chromium under other names, in the order in which they are looked for on the PATH. */
const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The browser that the tests drive: Playwright's own where it was installed, else one of the system.
 * @returns {string | null}
 */
export function findChromium() {
  const own = playwrightsOwn();
  if (own && existsSync(own)) return own;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = programs.flatMap((program) => folders.map((folder) => path.join(folder, program)));
  return [...candidates, ...fixedPlaces].find((file) => existsSync(file)) ?? null;
}

/** Where Playwright would have put its browser; null while its package is not installed. */
function playwrightsOwn() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright-core');
    return chromium.executablePath();
  } catch {
    return null;
  }
}
