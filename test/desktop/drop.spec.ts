import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Desktop } from './desktop.ts';
import { say } from './page-speech.ts';
import { expect, test } from './shop.ts';
import { trayText } from './tray-text.ts';

/** Lets something go over the window; resolves with the path that the preload tells the page. */
async function pathOfDrop({ page, control }: Desktop, dropped: string): Promise<string> {
  await page.evaluate(() => {
    const { berth } = window as unknown as { berth: { pathOfDroppedFile(file: File): string } };
    document.addEventListener('dragover', (event) => event.preventDefault());
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      document.body.dataset.dropped = file ? berth.pathOfDroppedFile(file) : 'nothing';
    });
  });
  await control.dropOnWindow(page, [dropped]);
  await expect.poll(() => droppedOn(page)).not.toBeNull();
  return String(await droppedOn(page));
}

function droppedOn(page: Page): Promise<string | null> {
  return page.evaluate(() => document.body.dataset.dropped ?? null);
}

function serve(page: Page, folder: string) {
  return say(page, [{ type: 'call', id: 700, name: 'folders.serve', arguments: { path: folder } }], 3000);
}

test('a folder that is dropped on the window arrives with its real path and is served', async ({
  desktop,
  shop,
}) => {
  const dropped = await pathOfDrop(desktop, shop);
  expect(dropped).toBe(shop);
  const answers = await serve(desktop.page, dropped);
  expect(answers).toContainEqual(
    expect.objectContaining({ id: 700, value: expect.objectContaining({ outcome: 'serving' }) }),
  );
});

test('a file that is dropped is refused, with the folder it lies in', async ({ desktop, shop }) => {
  const dropped = await pathOfDrop(desktop, path.join(shop, 'package.json'));
  const answers = await serve(desktop.page, dropped);
  const refusal = { outcome: 'refused', reason: 'not-a-folder', offer: shop };
  expect(answers).toContainEqual(
    expect.objectContaining({ id: 700, value: expect.objectContaining(refusal) }),
  );
});

test('a drop that the page does not take leads nowhere', async ({ desktop: { page, control }, shop }) => {
  const before = page.url();
  await control.dropOnWindow(page, [path.join(shop, 'index.html')]);
  await expect(page.getByRole('grid', { name: 'Ports' })).toBeVisible();
  expect(page.url()).toBe(before);
});

test('a folder that is dropped on the icon is served', async ({ withTray, shop }) => {
  test.skip(process.platform !== 'darwin', 'only macOS tells of what is dropped there');
  await withTray.control.dropOnTray([shop]);
  await expect.poll(() => trayText(withTray)).toContain('Served folders');
});
