import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type Berth, test as base, canListen, expect } from './berth.ts';
import { endHoldersFrom } from './end-holders-from.ts';
import { freePort } from './free-port.ts';

interface Fixtures {
  /** A folder with a page in it. */
  readonly site: string;
}

const test = base.extend<Fixtures>({
  site: async ({ folder }, use) => {
    const site = path.join(folder, 'site');
    await mkdir(site);
    await writeFile(path.join(site, 'index.html'), page('First words'));
    await use(site);
    await endHoldersFrom(folder);
  },
});

const page = (text: string) => `<!doctype html><title>Site</title><h1>${text}</h1>`;
const card = (berth: Berth) => berth.page.getByRole('article', { name: 'Folder site' });

/** Serves the folder by its path, and returns the address that was told. */
async function serve({ page }: Berth, folder: string): Promise<string> {
  await page.keyboard.press('s');
  await page.getByRole('combobox', { name: 'Path of the folder' }).fill(folder);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeFocused();
  const told = await page.getByRole('region', { name: 'Served folders' }).innerText();
  const address = /127\.0\.0\.1:\d+/.exec(told)?.[0];
  if (!address) throw new Error(`No address in “${told}”.`);
  return address;
}

/** The app's own way is in test/desktop. */
function onlyWithPathField() {
  test.skip(
    test.info().project.name !== 'web',
    'the app chooses with the dialog of the system, not by a path',
  );
}

const portOf = (address: string) => Number(address.split(':')[1]);

async function change(setting: ReturnType<Page['getByRole']>) {
  const before = await setting.getAttribute('aria-checked');
  await setting.click();
  await expect(setting).not.toHaveAttribute('aria-checked', before ?? '');
}

test('serves a folder, reloads its page when a file changes, shows who asked, and frees the port', async ({
  berth,
  site,
  context,
}) => {
  onlyWithPathField();
  const address = await serve(berth, site);
  await berth.page.getByRole('link', { name: /^Folders/ }).click();
  await card(berth).getByRole('button', { name: 'Options' }).click();
  await change(card(berth).getByRole('switch', { name: 'Live reload' }));
  // It is served anew, and has an address again once that is done.
  await expect(card(berth).getByRole('link', { name: address })).toBeVisible();

  const tab = await context.newPage();
  await tab.goto(`http://${address}/`);
  await expect(tab.getByRole('heading', { name: 'First words' })).toBeVisible();
  await writeFile(path.join(site, 'index.html'), page('Second words'));
  await expect(tab.getByRole('heading', { name: 'Second words' })).toBeVisible({ timeout: 10_000 });
  await tab.goto(`http://${address}/nothing-here`);

  await card(berth).getByRole('button', { name: 'Requests' }).click();
  const log = card(berth).getByRole('log');
  await expect(log).toContainText('/nothing-here');
  await expect(log).toContainText('404');
  await expect(card(berth)).toContainText(/\d+ requests/);
  await tab.close();

  await card(berth).getByRole('button', { name: 'Stop serving site' }).click();
  await expect(card(berth)).toContainText('Stopped');
  expect(await canListen(portOf(address))).toBe(true);
});

test('serves a folder again after Berth was restarted, at the same address', async ({ berth, site }) => {
  onlyWithPathField();
  const address = await serve(berth, site);
  await berth.restart();
  await berth.page.getByRole('link', { name: /^Folders/ }).click();
  await expect(card(berth)).toContainText(address, { timeout: 15_000 });
  const answer = await fetch(`http://${address}/`);
  expect(await answer.text()).toContain('First words');
});

test('says what was wrong with a path, and serves the folder that a file lies in', async ({
  berth,
  site,
}) => {
  onlyWithPathField();
  await berth.page.keyboard.press('s');
  const field = berth.page.getByRole('combobox', { name: 'Path of the folder' });
  await field.fill(path.join(site, 'missing'));
  await berth.page.keyboard.press('Enter');
  await expect(berth.page.getByRole('alert')).toContainText('There is no folder');
  await field.fill(path.join(site, 'index.html'));
  await berth.page.keyboard.press('Enter');
  await expect(berth.page.getByRole('alert')).toContainText('is a file');
  await berth.page.getByRole('button', { name: /^Serve .*site$/ }).click();
  await expect(berth.page.getByRole('region', { name: 'Served folders' })).toContainText('Serving site at');
});

test('keeps settings over a restart', async ({ berth }) => {
  await berth.page.keyboard.press('5');
  await berth.page.getByRole('radio', { name: 'Dark' }).click();
  await expect(berth.page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  const ports = berth.page.getByRole('textbox', { name: 'Ports to hide' });
  await ports.fill('4999');
  await ports.press('Enter');
  await expect(berth.page.getByRole('button', { name: 'Remove 4999' })).toBeVisible();
  await berth.restart();
  await expect(berth.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await berth.page.keyboard.press('5');
  await expect(berth.page.getByRole('button', { name: 'Remove 4999' })).toBeVisible();
});

test('writes down who held a port, and when it ended', async ({ berth, run }) => {
  const port = await freePort();
  const server = await run('python3', ['-m', 'http.server', String(port), '--bind', '127.0.0.1']);
  await expect(await berth.find(port)).toBeVisible({ timeout: 10_000 });
  server.kill('SIGKILL');
  await expect(berth.row(port)).toHaveCount(0, { timeout: 10_000 });
  await berth.page.getByRole('searchbox').press('Escape');
  await berth.page.getByRole('link', { name: 'History' }).click();
  await berth.page.getByRole('textbox', { name: 'Only this port' }).fill(String(port));
  await berth.page.keyboard.press('Enter');
  await expect(berth.page.getByRole('region', { name: 'Timeline' })).toContainText('ended by itself', {
    timeout: 10_000,
  });
});

test('says why a port cannot be had', async ({ berth, run }) => {
  const port = await freePort();
  await run('python3', ['-m', 'http.server', String(port), '--bind', '127.0.0.1']);
  await expect(await berth.find(port)).toBeVisible({ timeout: 10_000 });
  await berth.page.getByRole('link', { name: 'Doctor' }).click();
  const field = berth.page.getByRole('textbox', { name: 'Port, address or error' });
  await field.fill(`Error: listen EADDRINUSE: address already in use 127.0.0.1:${port}`);
  await field.press('Enter');
  const verdict = berth.page.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toContainText('python3', { timeout: 15_000 });
  await verdict.getByRole('button', { name: /^Kill/ }).click();
  await expect.poll(() => canListen(port), { timeout: 15_000 }).toBe(true);
});

test('the whole of it by keyboard alone', async ({ berth, site, folder }) => {
  const keys = berth.page.keyboard;
  const port = await freePort();
  const { spawn } = await import('node:child_process');
  const server = spawn('python3', ['-m', 'http.server', String(port), '--bind', '127.0.0.1'], {
    cwd: folder,
    stdio: 'ignore',
  });
  try {
    await expect.poll(() => canListen(port), { timeout: 10_000 }).toBe(false);
    await keys.press('/');
    await keys.type(`:${port}`);
    await expect(berth.row(port)).toBeVisible({ timeout: 10_000 });
    await keys.press('Enter');
    const inspector = berth.page.getByRole('complementary');
    await expect(inspector).toContainText('python3');
    await keys.press('Escape');
    await keys.press('Delete');
    await expect.poll(() => canListen(port), { timeout: 15_000 }).toBe(true);
    await expect(berth.page.getByRole('region', { name: 'Undo' })).toContainText(`on ${port}.`);
    await keys.press('u');
    await expect.poll(() => canListen(port), { timeout: 20_000 }).toBe(false);

    if (test.info().project.name === 'web') await serve(berth, site);
    await keys.press('ControlOrMeta+k');
    await keys.type('dark theme');
    await keys.press('Enter');
    await expect(berth.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await keys.press('4');
    await expect(berth.page.getByRole('heading', { name: 'History' })).toBeVisible();
  } finally {
    server.kill('SIGKILL');
    await endHoldersFrom(folder);
  }
});
