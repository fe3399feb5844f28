import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { canListen, expect, test } from './berth.ts';
import { freePort } from './free-port.ts';

const listen = path.resolve(import.meta.dirname, '../programs/listen.mjs');

const noAddress = 'the window has no address and no connection over the network';

async function servePython(
  run: (program: string, args: readonly string[], cwd?: string) => Promise<unknown>,
  folder: string,
): Promise<number> {
  const port = await freePort();
  await writeFile(path.join(folder, 'package.json'), '{"name":"docs-site"}');
  await run('python3', ['-m', 'http.server', String(port), '--bind', '127.0.0.1'], folder);
  return port;
}

test('shows a server soon after its start, with its process, folder and command', async ({
  berth,
  run,
  folder,
}) => {
  const port = await servePython(run, folder);
  const row = await berth.find(port);
  await expect(row).toContainText('python3', { timeout: 5000 });
  await expect(row).toContainText('docs-site');
  await expect(row).toContainText('This machine');

  await row.click();
  const inspector = berth.page.getByRole('complementary');
  await expect(inspector).toContainText(folder);
  await expect(inspector).toContainText(`-m http.server ${port} --bind 127.0.0.1`);
});

test('ends what holds a port, says so, and the port can be bound', async ({ berth, run, folder }) => {
  const port = await servePython(run, folder);
  await berth.find(port);
  await berth.row(port).click();
  await berth
    .row(port)
    .getByRole('button', { name: /^Kill python3/ })
    .click();
  await expect(berth.row(port)).toHaveCount(0, { timeout: 10_000 });
  await expect(berth.page.getByRole('status').filter({ hasText: `Port ${port} is free` })).toHaveCount(1);
  expect(await canListen(port)).toBe(true);
});

test('ends what holds a port by keyboard alone', async ({ berth, run, folder }) => {
  const port = await servePython(run, folder);
  const { page } = berth;
  await page.keyboard.press('/');
  await page.keyboard.type(String(port));
  await expect(berth.row(port)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toContainText(String(port));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect.poll(() => canListen(port), { timeout: 10_000 }).toBe(true);
});

test('shows 127.0.0.1 and ::1 of one port as two rows and names both owners', async ({ berth, run }) => {
  const port = await freePort();
  await run(process.execPath, [listen, String(port), '127.0.0.1']);
  await run(process.execPath, [listen, String(port), '::1']);
  await expect(await berth.find(port)).toHaveCount(2, { timeout: 5000 });
  await berth.row(port).first().click();
  const inspector = berth.page.getByRole('complementary');
  await expect(inspector.getByText('127.0.0.1', { exact: true })).toBeVisible();
  await expect(inspector.getByText('::1', { exact: true })).toBeVisible();
});

test('keeps a label over a reload', async ({ berth, run, folder }) => {
  const port = await servePython(run, folder);
  const { page } = berth;
  await (await berth.find(port)).click();
  await page.getByRole('button', { name: 'Add label' }).click();
  await page.getByRole('textbox', { name: `Label for port ${port}` }).fill('gateway');
  await page.keyboard.press('Enter');
  await expect(berth.row(port)).toContainText('gateway');
  await page.reload();
  await expect(await berth.find(port)).toContainText('gateway');
});

test('says that the connection is lost and recovers by itself', async ({ berth, page }) => {
  test.skip(berth.link === null, noAddress);
  const socketUrl = new URL('/pipe', berth.link ?? '').href.replace('http', 'ws');
  let refuse = false;
  const sockets: { close(): Promise<void> }[] = [];
  await page.routeWebSocket(socketUrl, (socket) => {
    if (refuse) return void socket.close();
    sockets.push(socket);
    socket.connectToServer();
  });
  await page.reload();
  await expect(page.getByRole('grid', { name: 'Ports' })).toBeVisible();
  refuse = true;
  for (const socket of sockets) await socket.close();
  await expect(page.getByText(/connection/i).first()).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Ports' })).toBeVisible();
  refuse = false;
  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 10_000 });
});

test('takes the secret out of the address', async ({ berth }) => {
  test.skip(berth.link === null, noAddress);
  expect(new URL(berth.page.url()).search).toBe('');
  expect(new URL(berth.page.url()).hash).not.toContain('token');
});

for (const theme of ['dark', 'light'] as const) {
  for (const width of [1240, 600]) {
    test(`has nothing for axe to find, ${theme} at ${width} px`, async ({ berth, run, folder }) => {
      const port = await servePython(run, folder);
      await berth.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await berth.page.setViewportSize({ width, height: 720 });
      await expect(await berth.find(port)).toBeVisible({ timeout: 5000 });
      const list = await new AxeBuilder({ page: berth.page }).analyze();
      expect(list.violations).toEqual([]);
      await berth.row(port).click();
      await expect(berth.page.getByText('Bound to')).toBeVisible();
      const inspector = await new AxeBuilder({ page: berth.page }).analyze();
      expect(inspector.violations).toEqual([]);
    });
  }
}
