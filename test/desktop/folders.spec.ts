import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canListen } from '../e2e/berth.ts';
import type { Desktop } from './desktop.ts';
import { expect, test } from './shop.ts';

const card = ({ page }: Desktop) => page.getByRole('article', { name: 'Folder shop' });

/** Drops the folder on the window, and returns the address that was told. */
async function drop({ control, page }: Desktop, folder: string): Promise<string> {
  await control.dropOnWindow(page, [folder]);
  await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeFocused({ timeout: 10_000 });
  const told = await page.getByRole('region', { name: 'Served folders' }).innerText();
  const address = /127\.0\.0\.1:\d+/.exec(told)?.[0];
  if (!address) throw new Error(`No address in “${told}”.`);
  return address;
}

test('a dropped folder is served, reloads its page when a file changes, and stops', async ({
  desktop,
  shop,
  browser,
}) => {
  const index = path.join(shop, 'index.html');
  await writeFile(index, '<!doctype html><title>Shop</title><h1>First words</h1>');
  const address = await drop(desktop, shop);
  await desktop.page.getByRole('link', { name: /^Folders/ }).click();
  await card(desktop).getByRole('button', { name: 'Options' }).click();
  await card(desktop).getByRole('switch', { name: 'Live reload' }).click();
  await expect(card(desktop).getByRole('switch', { name: 'Live reload' })).toBeChecked();
  await expect(card(desktop).getByRole('link', { name: address })).toBeVisible();

  const tab = await browser.newPage();
  await tab.goto(`http://${address}/`);
  await expect(tab.getByRole('heading', { name: 'First words' })).toBeVisible();
  await writeFile(index, '<!doctype html><title>Shop</title><h1>Second words</h1>');
  await expect(tab.getByRole('heading', { name: 'Second words' })).toBeVisible({ timeout: 10_000 });
  await tab.close();

  await card(desktop).getByRole('button', { name: 'Stop serving shop' }).click();
  await expect(card(desktop)).toContainText('Stopped');
  expect(await canListen(Number(address.split(':')[1]))).toBe(true);
});

test('a folder is served again after Berth was started anew, at the same address', async ({
  launch,
  shop,
}) => {
  const first = await launch();
  const address = await drop(first, shop);
  expect(await (await fetch(`http://${address}/`)).text()).toBe('the shop');
  await first.close();
  await expect(fetch(`http://${address}/`)).rejects.toThrow();

  const second = await launch();
  await second.page.getByRole('link', { name: /^Folders/ }).click();
  await expect(card(second)).toContainText(address, { timeout: 15_000 });
  expect(await (await fetch(`http://${address}/`)).text()).toBe('the shop');
});
