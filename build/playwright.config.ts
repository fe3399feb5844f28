import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './chromium-options.mjs';
import { findElectron } from './first-run/find-electron.mjs';
import { whyNoSandbox, whyNoWindow } from './first-run/why-no-window.mjs';

const at = (place: string) => fileURLToPath(new URL(place, import.meta.url));
const electron = findElectron();
const canRunDesktop = electron !== null && !whyNoWindow() && !whyNoSandbox(electron);

/** Which shell the specs of test/e2e drive; they read it from the project's metadata. */
const web = { name: 'web', metadata: { shell: 'web' } };
const desktop = { name: 'desktop', metadata: { shell: 'desktop' } };

export default defineConfig({
  testDir: at('../test/e2e'),
  testMatch: '**/*.spec.ts',
  outputDir: at('../dist/test-results'),
  tsconfig: at('../test/tsconfig.json'),
  forbidOnly: true,
  retries: 0,
  workers: 1,
  timeout: 60_000,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: chromiumOptions(),
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  projects: canRunDesktop ? [web, desktop] : [web],
});
