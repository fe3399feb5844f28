import { expect, test } from './shop.ts';
import { trayLine, trayText } from './tray-text.ts';

test.skip(process.platform !== 'linux', 'elsewhere the menu is put together when the icon is clicked');

test('the menu shows a port when it opens and drops it when it closes', async ({
  withTray,
  serveShop,
  started,
}) => {
  const port = await serveShop();
  const line = `${port}  shop (python3)`;
  await expect.poll(() => trayText(withTray)).toContain(line);
  started[0]?.kill('SIGKILL');
  await expect.poll(() => trayText(withTray), { timeout: 15_000 }).not.toContain(line);
});

test('what is held up by the menu is named in the tooltip', async ({ withTray, serveShop }) => {
  const port = await serveShop();
  await expect.poll(async () => (await withTray.control.tray())?.toolTip).toContain(String(port));
});

test('a kill from the tray frees the port, says so and offers to take it back', async ({
  withTray,
  serveShop,
}) => {
  const { control } = withTray;
  const port = await serveShop();
  const line = await trayLine(withTray, port);
  await control.clickInTray([line, 'Kill', await killLabel(withTray, line)]);
  await expect
    .poll(async () => (await control.notifications()).map(({ title }) => title), { timeout: 15_000 })
    .toContain(`Port ${port} is free`);
  await expect.poll(() => trayText(withTray)).toContain(`Start python3 on ${port} again`);
  await control.clickInTray([`Start python3 on ${port} again`]);
  await expect
    .poll(async () => (await control.notifications()).map(({ title }) => title), { timeout: 15_000 })
    .toContain(`Port ${port} is back`);
});

test('a kill that would end more than it names is asked in the window', async ({ withTray, runInShop }) => {
  const { control, page } = withTray;
  const port = await runInShop('listen-with-children.mjs');
  const line = await trayLine(withTray, port);
  await control.hideWindow();
  await control.clickInTray([line, 'Kill', await killLabel(withTray, line)]);
  await expect(page.getByRole('dialog')).toContainText(String(port));
  expect((await control.windows())[0]?.isVisible).toBe(true);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a restart from the tray brings the port back', async ({ withTray, serveShop }) => {
  const { control } = withTray;
  const port = await serveShop();
  await control.clickInTray([await trayLine(withTray, port), 'Restart']);
  await expect
    .poll(async () => (await control.notifications()).map(({ title }) => title), { timeout: 20_000 })
    .toContain(`Port ${port} is back`);
});

test('a port is opened in the browser, copied and shown from the tray', async ({ withTray, serveShop }) => {
  const { control, page } = withTray;
  const port = await serveShop();
  const line = await trayLine(withTray, port);
  await control.clickInTray([line, 'Open in the browser']);
  expect(await control.openedUrls()).toEqual([`http://127.0.0.1:${port}/`]);
  await control.clickInTray([line, `Copy 127.0.0.1:${port}`]);
  expect(await control.clipboardText()).toBe(`127.0.0.1:${port}`);
  await control.clickInTray([line, 'Show in Berth']);
  await expect(page.getByRole('complementary')).toContainText(String(port));
});

test('a free port is found and copied', async ({ withTray: { control } }) => {
  await control.clickInTray(['Copy a free port']);
  await expect.poll(() => control.clipboardText()).toMatch(/^\d+$/);
  const port = await control.clipboardText();
  expect(await control.notifications()).toContainEqual({
    title: `Port ${port} is free`,
    body: 'It is in the clipboard.',
  });
});

test('watching is paused and taken up again, and window and tray say so', async ({ withTray }) => {
  const { control, page } = withTray;
  await control.clickInTray(['Pause watching']);
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  await expect.poll(async () => (await control.tray())?.toolTip).toBe('Berth: watching is paused');
  await control.clickInTray(['Resume watching']);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect.poll(() => trayText(withTray)).toContain('Pause watching');
});

test('nothing is read while the machine sleeps, and everything when it wakes', async ({
  withTray,
  serveShop,
}) => {
  const { control, page } = withTray;
  await control.suspend();
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  const port = await serveShop();
  await control.resume();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect.poll(() => trayText(withTray)).toContain(`${port}  shop (python3)`);
});

test('what a person paused is not taken up by waking', async ({ withTray: { control, page } }) => {
  await control.clickInTray(['Pause watching']);
  await control.suspend();
  await control.resume();
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
});

test('quitting from the tray ends Berth', async ({ withTray: { app, control } }) => {
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await control.clickInTray(['Quit']).catch(() => undefined);
  expect(await ended).toBe(0);
});

async function killLabel(desktop: Parameters<typeof trayText>[0], line: string): Promise<string> {
  const item = (await desktop.control.tray())?.menu.find(({ label }) => label === line);
  const kill = item?.submenu.find(({ label }) => label === 'Kill');
  return kill?.submenu[0]?.label ?? '';
}
