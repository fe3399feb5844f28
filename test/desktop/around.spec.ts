import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchApp } from '../electron-host/launch-app.ts';
import { say } from './page-speech.ts';
import { expect, lowPort, test } from './shop.ts';
import { trayText } from './tray-text.ts';

/** Settings as an earlier run left them. */
async function keepSettings(folder: string, settings: object): Promise<void> {
  await mkdir(path.join(folder, 'data'), { recursive: true });
  const { defaultSettings } = await import('../../shared/contract/default-settings.ts');
  await writeFile(
    path.join(folder, 'data/settings.json'),
    JSON.stringify({ ...defaultSettings, welcomed: true, ...settings }),
  );
}

test('closing the window leaves Berth in the tray, and the tray brings it back', async ({
  withTray: { control },
}) => {
  await control.closeWindow();
  await expect.poll(async () => (await control.windows())[0]?.isVisible).toBe(false);
  await control.clickInTray(['Open Berth']);
  await expect.poll(async () => (await control.windows())[0]?.isVisible).toBe(true);
});

test('a click on the icon brings the window back', async ({ withTray: { control } }) => {
  test.skip(process.platform !== 'linux', 'elsewhere it opens the small window');
  await control.closeWindow();
  await expect.poll(async () => (await control.windows())[0]?.isVisible).toBe(false);
  await control.clickTray('click');
  await expect.poll(async () => (await control.windows())[0]?.isVisible).toBe(true);
});

test('closing the window ends Berth when its settings say so', async ({ launch, trayEnv, folder }) => {
  await keepSettings(folder, { closeToTray: false });
  const { app, control } = await launch({ env: trayEnv });
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await control.closeWindow().catch(() => undefined);
  expect(await ended).toBe(0);
});

test('closing the window ends Berth on a desktop that shows no tray icons', async ({ launch, folder }) => {
  test.skip(process.platform !== 'linux', 'macOS and Windows always show them');
  const tools = path.join(folder, 'no-tools');
  await mkdir(tools);
  const bus = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${path.join(tools, 'no-bus')}` };
  const { app, control } = await launch({ env: bus });
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await control.closeWindow().catch(() => undefined);
  expect(await ended).toBe(0);
});

test('the window comes back where it stood and as large as it was', async ({ launch }) => {
  const bounds = { x: 60, y: 40, width: 900, height: 640 };
  const first = await launch();
  await first.control.moveWindow(bounds);
  await first.close();
  const second = await launch();
  expect((await second.control.windows())[0]?.bounds).toEqual(bounds);
});

test('a second start hands its folder over, which is served', async ({ withTray, shop }) => {
  expect(await withTray.startAgain(shop)).toBe(0);
  await expect.poll(() => trayText(withTray), { timeout: 15_000 }).toContain('Served folders');
  const line = (await trayText(withTray)).find((label) => label.endsWith('  shop')) ?? '';
  await withTray.control.clickInTray([line, 'Open in the browser']);
  const [url] = await withTray.control.openedUrls();
  expect(await (await fetch(String(url))).text()).toBe('the shop');
});

test('a second start with a file is told that a folder is wanted', async ({ withTray, shop }) => {
  await withTray.startAgain(path.join(shop, 'package.json'));
  await expect
    .poll(async () => (await withTray.control.notifications())[0])
    .toMatchObject({ title: 'Not served', body: expect.stringContaining('folder') });
});

test('a folder on the first command line is served', async ({ folder, trayEnv, shop }, { project }) => {
  const { onStandIn } = project.metadata;
  const desktop = await launchApp({ folder, onStandIn, env: trayEnv, args: [shop] });
  await expect.poll(() => trayText(desktop), { timeout: 15_000 }).toContain('Served folders');
  await desktop.close();
});

test('a watched port that opens is told, and a click shows it', async ({ launch, folder, runInShop }) => {
  const port = await lowPort();
  await keepSettings(folder, { watchedPorts: [port] });
  const { control, page } = await launch();
  await runInShop('listen.mjs', String(port));
  const title = `Port ${port} opened`;
  await expect
    .poll(async () => (await control.notifications()).map((one) => one.title), { timeout: 15_000 })
    .toContain(title);
  await control.hideWindow();
  await control.clickNotification(title);
  await expect.poll(async () => (await control.windows())[0]?.isVisible).toBe(true);
  await expect(page.getByRole('complementary')).toContainText(String(port));
});

test('a new listener that other machines reach is told', async ({ desktop: { control }, runInShop }) => {
  const port = await runInShop('listen.mjs', String(await lowPort()), '0.0.0.0');
  await expect
    .poll(async () => (await control.notifications()).map((one) => one.title), { timeout: 15_000 })
    .toContain(`Port ${port} is open to the network`);
});

test('the chosen shortcut shows the window, and one that is taken is told', async ({
  launch,
  folder,
  trayEnv,
}) => {
  await keepSettings(folder, { globalShortcut: 'Control+Shift+B' });
  const { control, page } = await launch({ env: trayEnv });
  expect(await control.shortcuts()).toEqual(['Control+Shift+B']);
  await control.hideWindow();
  await control.pressShortcut('Control+Shift+B');
  await expect.poll(async () => (await control.windows())[0]?.isVisible).toBe(true);
  await control.occupyShortcut('Control+Shift+P');
  const change = { globalShortcut: 'Control+Shift+P' };
  await say(page, [{ type: 'call', id: 900, name: 'settings.change', arguments: change }]);
  await expect
    .poll(() => control.notifications())
    .toContainEqual({ title: 'No shortcut', body: expect.stringContaining('Control+Shift+P is taken') });
  expect(await control.shortcuts()).toEqual([]);
});

test('no shortcut is held until one is chosen', async ({ desktop: { control } }) => {
  expect(await control.shortcuts()).toEqual([]);
});

test('on Linux starting at login is written where desktops look, and taken away again', async ({
  launch,
  folder,
}) => {
  test.skip(process.platform !== 'linux', 'the other systems are asked');
  const config = path.join(folder, 'config');
  const entry = path.join(config, 'autostart/berth.desktop');
  const { page } = await launch({ env: { XDG_CONFIG_HOME: config } });
  const change = (startAtLogin: boolean, id: number) =>
    say(page, [{ type: 'call', id, name: 'settings.change', arguments: { startAtLogin } }]);
  await change(true, 900);
  await expect.poll(() => readFile(entry, 'utf8').catch(() => '')).toMatch(/^Exec=.*--hidden$/m);
  await change(false, 901);
  await expect.poll(() => readFile(entry, 'utf8').catch(() => 'gone')).toBe('gone');
});

test('a page that crashed is there again', async ({ desktop: { control, messages } }) => {
  await control.crashPage();
  await expect.poll(() => control.pageText().catch(() => ''), { timeout: 20_000 }).toContain('listening');
  expect(messages()).toContain('the page ended');
});

test('the menu of the window runs what the page can do', async ({ desktop: { control, page } }) => {
  const view = async () => (await control.appMenu()).find(({ label }) => label === '&View')?.submenu ?? [];
  await expect.poll(async () => (await view()).map(({ label }) => label)).toContain('Show the keys');
  await control.clickInAppMenu(['&View', 'Show the keys']);
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('the menu kills the selected port, and offers it only then', async ({ desktop, serveShop }) => {
  const { control, page } = desktop;
  const port = await serveShop();
  const kill = 'Kill what holds the port, or the selected ports';
  const item = async () =>
    (await control.appMenu())
      .find(({ label }) => label === '&Port')
      ?.submenu.find(({ label }) => label === kill);
  await expect.poll(async () => (await item())?.enabled).toBe(false);
  await page.keyboard.press('/');
  await page.keyboard.type(String(port));
  await expect(page.getByRole('row').filter({ hasText: String(port) })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await item())?.enabled).toBe(true);
  await control.clickInAppMenu(['&Port', kill]);
  await expect(page.getByText(/is free/).first()).toBeVisible({ timeout: 15_000 });
});
