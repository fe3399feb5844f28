import path from 'node:path';
import { expect, test } from './shop.ts';
import { trayText } from './tray-text.ts';

test('a folder that is dropped on the window arrives with its real path and is served', async ({
  withTray,
  shop,
}) => {
  await withTray.control.dropOnWindow(withTray.page, [shop]);
  await expect.poll(() => trayText(withTray), { timeout: 15_000 }).toContain('Served folders');
  expect((await trayText(withTray)).some((label) => label.endsWith('  shop'))).toBe(true);
});

test('a file that is dropped is refused, and a folder is asked for', async ({ desktop, shop }) => {
  await desktop.control.dropOnWindow(desktop.page, [path.join(shop, 'package.json')]);
  await expect(desktop.page.getByText(/is a file/i).first()).toBeVisible();
});

test('a folder that is dropped on the icon is served', async ({ withTray, shop }) => {
  test.skip(process.platform !== 'darwin', 'only macOS tells of what is dropped there');
  await withTray.control.dropOnTray([shop]);
  await expect.poll(() => trayText(withTray)).toContain('Served folders');
});
