import { fileURLToPath } from 'node:url';
import { defineConfig, type Project } from '@playwright/test';
import { chromiumOptions } from './chromium-options.mjs';
import { desktopHost } from './desktop-host.mjs';

const at = (place: string) => fileURLToPath(new URL(place, import.meta.url));
const host = desktopHost();

/** Which shell the specs drive; they read it from the project's metadata. Those of test/desktop are about the window alone. */
const web: Project = {
  name: 'web',
  testDir: at('../test/e2e'),
  metadata: { shell: 'web', onStandIn: false },
};
const desktop: Project = {
  name: host === 'stand-in' ? 'desktop-stand-in' : 'desktop',
  testDir: at('../test'),
  testMatch: ['e2e/*.spec.ts', 'desktop/*.spec.ts'],
  testIgnore: 'e2e/web-door.spec.ts',
  metadata: { shell: 'desktop', onStandIn: host === 'stand-in' },
};

export default defineConfig({
  testMatch: '**/*.spec.ts',
  ...(host ? { globalSetup: at('../test/electron-host/build.mjs') } : {}),
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
  projects: host ? [web, desktop] : [web],
});
