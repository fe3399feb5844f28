import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { type LaunchedApp, launchApp } from '../electron-host/launch-app.ts';

export interface Desktop extends LaunchedApp {
  /** The window's page, with the list in it. */
  readonly page: Page;
}

export interface Fixtures {
  readonly folder: string;
  /** Starts the app; it ends with the test. Two may not run at once: they share what they keep. */
  readonly launch: (options?: Launch) => Promise<Desktop>;
  /** The app, started as by its icon. */
  readonly desktop: Desktop;
}

export interface Launch {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here.
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'berth-desktop-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  launch: async ({ folder }, use, { project }) => {
    const running: LaunchedApp[] = [];
    await use(async (options = {}) => {
      const launched = await launchApp({ folder, onStandIn: project.metadata.onStandIn, ...options });
      running.push(launched);
      const page = await launched.firstPage();
      await showsList(page);
      return { ...launched, page };
    });
    for (const { close } of running) await close();
  },

  desktop: async ({ launch }, use) => use(await launch()),
});

export { expect };

export async function showsList(page: Page): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Ports' })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
}
