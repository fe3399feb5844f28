import { createServer, type Server } from 'node:http';
import { test as base, expect } from '@playwright/test';
import { startWebRun, type WebRun } from '../helpers/web-run.ts';

/** A web server of ours, and a page of another program on this machine that links to it: for a browser, another site. */
const test = base.extend<{ run: WebRun; otherSite: string; complaints: string[] }>({
  run: async ({ browserName: _ }, use, { project }) => {
    base.skip(project.metadata.shell !== 'web', 'only the browser shell has a door on the network');
    const run = await startWebRun();
    await use(run);
    await run.dispose();
  },
  otherSite: async ({ run }, use) => {
    const other = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<link rel="icon" href="data:,"><a href="${run.server.url}">open Berth</a>`);
    });
    await use(`http://localhost:${await listen(other)}/`);
    other.closeAllConnections();
    other.close();
  },
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await use(complaints);
  },
});

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
}

test('the link opens the page, without the token in its address and without a complaint', async ({
  page,
  run,
  complaints,
}) => {
  await page.goto(run.server.url);
  await expect(page).toHaveURL(`http://${run.host}/`);
  await expect(page.locator('body')).toContainText('the interface itself');
  expect(await page.evaluate('document.cookie')).toBe('');
  await page.reload();
  await expect(page.locator('body')).toContainText('the interface itself');
  expect(complaints).toEqual([]);
});

test('the token is not left in the history', async ({ page, run }) => {
  await page.goto('about:blank');
  await page.goto(run.server.url);
  await page.goBack();
  await page.goForward();
  await expect(page).toHaveURL(`http://${run.host}/`);
});

test('a click on the link in a page of another site opens it too', async ({ page, run, otherSite }) => {
  await page.goto(otherSite);
  await page.click('a');
  await expect(page).toHaveURL(`http://${run.host}/`);
  await expect(page.locator('body')).toContainText('the interface itself');
});

test('a browser without the link reads where it is, in a page with styles', async ({
  page,
  run,
  complaints,
}) => {
  await page.goto(`http://${run.host}/`);
  await expect(page.locator('main')).toContainText('Open the link that Berth printed');
  await expect(page.locator('body')).toHaveCSS('padding-left', '24px');
  expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
});

/** Resolves in the page with what became of a WebSocket. */
const openSocket = (url: string) => `new Promise((resolve) => {
  const socket = new WebSocket(${JSON.stringify(url)}, ['berth', localStorage.getItem('berth-page-key') ?? 'none']);
  socket.onopen = () => resolve('open');
  socket.onerror = () => resolve('refused');
})`;

test('our page may connect, a page of another program on the same host name may not', async ({
  page,
  run,
  otherSite,
}) => {
  const socket = openSocket(`ws://localhost:${run.port}/pipe`);
  await page.goto(`http://localhost:${run.port}/?token=${run.token}`);
  await expect(page.locator('body')).toContainText('the interface itself');
  expect(await page.evaluate(socket)).toBe('open');
  // The same host name, so the browser sends our cookie along; only the Origin gives the page away.
  await page.goto(otherSite);
  expect(await page.evaluate(socket)).toBe('refused');
});

test('our page may connect to nobody else', async ({ page, run, otherSite }) => {
  await page.goto(run.server.url);
  await expect(page.locator('body')).toContainText('the interface itself');
  expect(await page.evaluate(openSocket(otherSite.replace('http', 'ws')))).toBe('refused');
  const ask = `fetch(${JSON.stringify(otherSite)}, { mode: 'no-cors' }).then(() => 'asked', () => 'refused')`;
  expect(await page.evaluate(ask)).toBe('refused');
});

test('another program can neither read our page nor frame it', async ({ page, run, otherSite }) => {
  const address = JSON.stringify(`http://localhost:${run.port}/`);
  await page.goto(`http://localhost:${run.port}/?token=${run.token}`);
  await page.goto(otherSite);
  for (const mode of ['cors', 'no-cors']) {
    const options = JSON.stringify({ mode, credentials: 'include' });
    const read = `fetch(${address}, ${options}).then(() => 'read', () => 'refused')`;
    expect(await page.evaluate(read)).toBe('refused');
  }
  await page.evaluate(`new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.src = ${address};
    frame.onload = resolve;
    document.body.append(frame);
  })`);
  const contents = await Promise.all(page.frames().map((frame) => frame.content().catch(() => '')));
  expect(contents.join()).not.toContain('the interface itself');
});

test('our page runs no script that is written into it', async ({ page, run }) => {
  await page.goto(run.server.url);
  await expect(page.locator('body')).toContainText('the interface itself');
  await page.evaluate(`{
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
  }`);
  expect(await page.evaluate('window.injected')).toBeUndefined();
});
