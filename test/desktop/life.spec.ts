import { readdirSync, readFileSync } from 'node:fs';
import { expect, showsList, test } from './desktop.ts';

test('opens a window with its title when there is something to see', async ({ desktop: { control } }) => {
  const windows = await control.windows();
  expect(windows).toHaveLength(1);
  expect(windows[0]).toMatchObject({ title: 'Berth', isVisible: true });
});

test('starting it a second time shows the window and ends', async ({ desktop }) => {
  const { control, startAgain } = desktop;
  await control.hideWindow();
  expect((await control.windows())[0]?.isVisible).toBe(false);
  expect(await startAgain()).toBe(0);
  await expect.poll(async () => (await control.windows())[0]?.isVisible).toBe(true);
  expect(await control.windows()).toHaveLength(1);
});

test('starting it a second time brings back a window that was put away', async ({ desktop }) => {
  const { control, startAgain } = desktop;
  await control.minimizeWindow();
  expect((await control.windows())[0]?.isMinimized).toBe(true);
  expect(await startAgain()).toBe(0);
  await expect.poll(async () => (await control.windows())[0]?.isMinimized).toBe(false);
});

test('a page that is loaded again is live again, as often as that happens', async ({ desktop }) => {
  const { page, control } = desktop;
  for (let round = 0; round < 3; round += 1) {
    const loaded = page.waitForEvent('load');
    await control.reloadPage();
    await loaded;
    await showsList(page);
  }
});

test('a theme that was chosen is there after a restart', async ({ launch }) => {
  const first = await launch();
  await first.page.getByRole('button', { name: 'Theme: like the system' }).click();
  await first.page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(first.page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
  await first.close();
  const second = await launch();
  await expect(second.page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
});

test('quitting ends well and leaves nothing running', async ({ desktop: { app, control }, folder }) => {
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  expect(runningWith(folder).length).toBeGreaterThan(0);
  await control.quit().catch(() => undefined);
  expect(await ended).toBe(0);
  await expect.poll(() => runningWith(folder), { timeout: 10_000 }).toEqual([]);
});

/** Processes that were started with the folder on their command line: Chromium's own, which keeps its files there. */
function runningWith(folder: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLine(pid).includes(folder));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
