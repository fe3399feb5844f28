import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { type Berth, test as base, canListen, expect } from './berth.ts';
import { endHoldersFrom } from './end-holders-from.ts';
import { freePort } from './free-port.ts';

const program = (name: string) => path.resolve(import.meta.dirname, '../programs', name);

interface Fixtures {
  /** Starts a program that prints the port it listens on. */
  readonly listen: (command: string, args: readonly string[]) => Promise<number>;
  /** Starts a server that needs nothing but its command line, as from a terminal. */
  readonly serve: (folder: string) => Promise<number>;
}

const test = base.extend<Fixtures & { readonly started: ChildProcess[] }>({
  started: async ({ folder }, use) => {
    const started: ChildProcess[] = [];
    await use(started);
    for (const child of started) child.kill('SIGKILL');
    await endHoldersFrom(folder);
  },

  listen: async ({ started }, use) => {
    await use(async (command, args) => {
      const child = spawn(command, [...args], { stdio: ['pipe', 'pipe', 'ignore'] });
      started.push(child);
      for await (const line of createInterface({ input: child.stdout })) return Number(JSON.parse(line).port);
      throw new Error(`${command} said nothing.`);
    });
  },

  serve: async ({ started }, use) => {
    await use(async (folder) => {
      const port = await freePort();
      const args = ['-m', 'http.server', String(port), '--bind', '127.0.0.1'];
      const child = spawn('python3', args, { cwd: folder, stdio: 'ignore' });
      started.push(child);
      await expect.poll(() => canListen(port), { timeout: 10_000 }).toBe(false);
      return port;
    });
  },
});

async function pidIn(berth: Berth, port: number): Promise<number> {
  const text = await berth.row(port).getByRole('gridcell').nth(2).innerText();
  return Number(/\d+$/.exec(text.replace(/ \+\d+$/, '').trim())?.[0]);
}

const undo = (page: Page) => page.getByRole('region', { name: 'Undo' });

test('shows who ends with a forked pair, ends both, and nobody when cancelled', async ({ berth, listen }) => {
  const port = await listen('python3', [program('forked_pair.py')]);
  await (await berth.find(port)).click();
  await berth.page.keyboard.press('Delete');
  const dialog = berth.page.getByRole('dialog', { name: `port ${port}` });
  await expect(dialog).toContainText('2 processes will end:');
  await berth.page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  expect(await canListen(port)).toBe(false);

  await berth.page.keyboard.press('Delete');
  await dialog.getByRole('button', { name: /^Kill .*, 2 processes$/ }).click();
  await expect.poll(() => canListen(port), { timeout: 15_000 }).toBe(true);
  await expect(berth.page.getByRole('status').filter({ hasText: `Port ${port} is free` })).toHaveCount(1);
});

test('forces at once a program that does not listen to being asked', async ({ berth, listen }) => {
  const port = await listen(process.execPath, [program('ignore-terminate.mjs')]);
  await (await berth.find(port)).click();
  await berth.page.keyboard.press('Delete');
  await expect(berth.row(port)).toContainText(/forced in \d+ s/);
  await berth.page
    .getByRole('complementary')
    .getByRole('button', { name: /^Wait longer/ })
    .click();
  await expect(berth.row(port)).toContainText(/forced in (2\d|3\d) s/);
  await berth.page
    .getByRole('complementary')
    .getByRole('button', { name: /^Force now/ })
    .click();
  await expect.poll(() => canListen(port), { timeout: 10_000 }).toBe(true);
});

test('says who started it again', async ({ berth, listen }) => {
  const port = await listen(process.execPath, [program('respawn.mjs')]);
  await (await berth.find(port)).click();
  await berth.page.keyboard.press('Delete');
  await expect(berth.page.getByRole('complementary')).toContainText(
    /held again by node \(pid \d+\), started by node \(pid \d+\)/,
    { timeout: 15_000 },
  );
  await expect(berth.row(port)).toContainText('held again by node');
  expect(await canListen(port)).toBe(false);
});

test('restarts with a key: the same port, another process, and its output', async ({
  berth,
  serve,
  folder,
}) => {
  const port = await serve(folder);
  await (await berth.find(port)).click();
  const before = await pidIn(berth, port);
  await berth.page.keyboard.press('r');
  await expect(berth.row(port)).toContainText(/is back on/, { timeout: 20_000 });
  await expect.poll(() => pidIn(berth, port)).not.toBe(before);
  await fetch(`http://127.0.0.1:${port}/`);
  await expect(berth.page.getByRole('log', { name: /^Output of/ })).toContainText('GET /', {
    timeout: 10_000,
  });
});

test('takes a kill back with a key', async ({ berth, serve, folder }) => {
  const port = await serve(folder);
  await (await berth.find(port)).click();
  const before = await pidIn(berth, port);
  await berth.page.keyboard.press('Delete');
  await expect(undo(berth.page)).toContainText(`on ${port}.`, { timeout: 10_000 });
  expect(await canListen(port)).toBe(true);
  await berth.page.keyboard.press('u');
  await expect(undo(berth.page)).toContainText(/is back on/, { timeout: 20_000 });
  await expect(berth.row(port)).toContainText('python3');
  const after = await pidIn(berth, port);
  expect(after).not.toBe(before);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
});

test('ends several ports in one go', async ({ berth, serve, folder }) => {
  const ports = [await serve(folder), await serve(folder)];
  const { page } = berth;
  await page.getByRole('searchbox').fill('python3');
  for (const port of ports) await berth.row(port).click({ modifiers: ['ControlOrMeta'] });
  await page
    .getByRole('region', { name: 'Selected ports' })
    .getByRole('button', { name: 'Kill 2 ports' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kill 2 ports, 2 processes' }).click();
  for (const port of ports) await expect.poll(() => canListen(port), { timeout: 15_000 }).toBe(true);
});
