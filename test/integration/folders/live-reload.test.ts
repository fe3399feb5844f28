import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFolderServer } from '../../../electron/core/folders/server/folder-server.ts';
import { createFolderHandler } from '../../../electron/core/folders/server/serve-folder.ts';
import { hostileFolder } from '../../helpers/hostile-folder.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { openBrowser } from '../../helpers/open-browser.ts';
import { type ServedFolder, serveFolder, usualOptions } from '../../helpers/serve-folder.ts';
import { until } from '../../helpers/until.ts';

interface Site {
  readonly root: string;
  readonly served: ServedFolder;
  readonly write: (name: string, content: string) => void;
  readonly page: (target?: string) => Promise<Page>;
}

const pageText = (title: string) =>
  `<!doctype html><title>${title}</title><link rel="stylesheet" href="/style.css"><body><h1>a</h1></body>`;

describe.runIf(isLinux)('Live reload', () => {
  test('puts its script into pages only', async () => {
    const { root } = await hostileFolder();
    writeFileSync(path.join(root, 'part.json'), '"</body>"');
    const { get } = await serveFolder({ root, liveReload: true });
    const { body, headers } = await get('/page/');
    expect(body).toMatch(
      /^<!doctype html><body>page<script src="\/berth-[0-9a-f]{24}\/reload\.js"><\/script><\/body>$/,
    );
    expect(headers.get('content-length')).toBe(String(body.length));
    expect(headers.get('last-modified')).toBeUndefined();
    const again = await get('/page/', { headers: { 'If-None-Match': headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    expect((await get('/part.json')).body).toBe('"</body>"');
    expect((await get('/hello.txt')).body).toBe('hello');
    expect((await get('/page/', { method: 'HEAD' })).headers.get('content-length')).toBe(String(body.length));
    expect((await get('/berth-000000000000000000000000/events')).status).toBe(404);
    const own = /src="([^"]+)"/.exec(body)?.[1] ?? '';
    const script = await get(own);
    expect([script.status, script.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
    expect((await get(own, { headers: { Host: 'evil.example' } })).status).toBe(421);
  });

  test('gives no cached page of an earlier run, whose script is gone', async () => {
    const { root } = await hostileFolder();
    const [first, second] = [
      await serveFolder({ root, liveReload: true }),
      await serveFolder({ root, liveReload: true }),
    ];
    const etag = (await first.get('/page/')).headers.get('etag') ?? '';
    expect((await second.get('/page/', { headers: { 'If-None-Match': etag } })).status).toBe(200);
  });

  test('loads the page again when a file changes', async () => {
    const { page, write } = await liveSite();
    const open = await page();
    write('index.html', pageText('second'));
    await open.waitForFunction(() => document.title === 'second');
  });

  test('exchanges a style sheet without loading the page again', async () => {
    const { page, write } = await liveSite();
    const open = await page();
    await open.evaluate(() => Object.assign(window, { stays: true }));
    write('style.css', 'h1 { color: rgb(0, 0, 255) }');
    await open.waitForFunction(
      () => getComputedStyle(document.querySelector('h1') as Element).color === 'rgb(0, 0, 255)',
    );
    await open.waitForFunction(() => document.querySelectorAll('link').length === 1);
    expect(await open.evaluate(() => 'stays' in window)).toBe(true);
  });

  test('loads the page again for a style sheet that it does not link to', async () => {
    const { page, write } = await liveSite();
    const open = await page();
    await open.evaluate(() => Object.assign(window, { stays: true }));
    write('other.css', 'h1 { color: rgb(0, 0, 255) }');
    await open.waitForFunction(() => !('stays' in window));
  });

  test('works in a page with a policy that allows its own scripts', async () => {
    const { page, write } = await liveSite();
    const policy = `<meta http-equiv="content-security-policy" content="default-src 'self'">`;
    write('strict.html', policy + pageText('strict'));
    const open = await page('/strict.html');
    write('strict.html', policy + pageText('stricter'));
    await open.waitForFunction(() => document.title === 'stricter');
  });

  test('keeps a listing up to date', async () => {
    const { page, write } = await liveSite();
    write('sub/first.txt', '');
    const open = await page('/sub/');
    write('sub/second.txt', '');
    await open.getByRole('link', { name: 'second.txt' }).waitFor();
  });

  test('does not look at hidden files and packages', async () => {
    const { page, write } = await liveSite();
    const open = await page();
    await open.evaluate(() => Object.assign(window, { stays: true }));
    write('.cache/a', '');
    write('node_modules/a/a.js', '');
    // Had they counted, the page would have missed a change and been loaded again.
    await new Promise((resolve) => setTimeout(resolve, 300));
    write('style.css', 'h1 { color: rgb(0, 0, 255) }');
    await open.waitForFunction(
      () => getComputedStyle(document.querySelector('h1') as Element).color === 'rgb(0, 0, 255)',
    );
    expect(await open.evaluate(() => 'stays' in window)).toBe(true);
  });

  test('comes back when the server was started again', async () => {
    const { root, page, served, write } = await liveSite();
    const open = await page();
    process.kill(served.pid);
    await served.ended;
    write('index.html', pageText('second'));
    await serveFolder({ root, liveReload: true, port: served.port });
    await open.waitForFunction(() => document.title === 'second');
  });

  test('keeps no stream of pages that are gone, and records none', async () => {
    const { page, served } = await liveSite();
    const before = served.openDescriptors();
    for (let count = 0; count < 5; count++) await (await page()).close();
    await served.get('/last');
    const paths: string[] = [];
    while (!paths.includes('/last')) paths.push((await served.nextRecord()).path);
    expect(new Set(paths)).toEqual(new Set(['/', '/style.css', '/favicon.ico', '/last']));
    // The watcher keeps one of its own.
    await until(() => served.openDescriptors() <= before + 1, 'all streams are closed');
  });
  test('ends its streams when the folder is closed', async () => {
    const { root } = await hostileFolder();
    const handler = createFolderHandler(
      { root, ...usualOptions, liveReload: true },
      'linux',
      () => undefined,
    );
    const server = createFolderServer(handler);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const at = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const script = /src="([^"]+)"/.exec(await (await fetch(`${at}/page/`)).text())?.[1] ?? '';
    const events = new URL('events', at + script);
    const stream = await fetch(events);
    await handler.close();
    expect(await stream.text()).toContain('retry: ');
    expect((await fetch(events)).status).toBe(503);
    expect((await fetch(`${at}/hello.txt`)).status).toBe(200);
  });
});

/** Runs in the page: resolves when the server watches. */
function nextState(): Promise<void> {
  const script = document.querySelector<HTMLScriptElement>('script[src*="/berth-"]');
  const stream = new EventSource(new URL('events', script?.src));
  return new Promise((resolve) => {
    stream.addEventListener('state', () => {
      stream.close();
      resolve();
    });
  });
}

/** A page with a style sheet, opened when the watcher is at work. */
async function liveSite(): Promise<Site> {
  const { root } = await hostileFolder();
  const write = (name: string, content: string) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  };
  write('index.html', pageText('first'));
  write('style.css', 'h1 { color: rgb(255, 0, 0) }');
  const served = await serveFolder({ root, liveReload: true });
  const page = async (target = '/') => {
    const browser = await openBrowser();
    const open = await browser.newPage();
    await open.goto(`http://localhost:${served.port}${target}`);
    await open.evaluate(nextState);
    return open;
  };
  return { root, served, write, page };
}
