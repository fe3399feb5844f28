import path from 'node:path';
import { expect, test } from './shop.ts';
import { trayText } from './tray-text.ts';

test('a folder that is dropped on the window arrives with its real path and is served', async ({
  desktop: { page, control },
  shop,
}) => {
  await control.dropOnWindow(page, [shop]);
  await expect(page.getByRole('region', { name: 'Served folders' })).toContainText(
    `Serving ${path.basename(shop)} at`,
  );
});

test('a file that is dropped is refused, with the folder it lies in', async ({
  desktop: { page, control },
  shop,
}) => {
  const before = page.url();
  await control.dropOnWindow(page, [path.join(shop, 'package.json')]);
  await expect(page.getByRole('alert')).toContainText('is a file');
  await expect(page.getByRole('combobox', { name: 'Path of the folder' })).toHaveValue(
    path.join(shop, 'package.json'),
  );
  expect(page.url()).toBe(before);
});

test('a folder that is dropped on the icon is served', async ({ withTray, shop }) => {
  test.skip(process.platform !== 'darwin', 'only macOS tells of what is dropped there');
  await withTray.control.dropOnTray([shop]);
  await expect.poll(() => trayText(withTray)).toContain('Served folders');
});
