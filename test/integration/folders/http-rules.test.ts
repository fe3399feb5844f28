import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import zlib from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { hostileFolder } from '../../helpers/hostile-folder.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { serveFolder } from '../../helpers/serve-folder.ts';

const html = { Accept: 'text/html,*/*;q=0.8' };

describe.runIf(isLinux)('A served folder', () => {
  test('sends parts of a file, small or large', async () => {
    const { root } = await hostileFolder();
    const digits = Array.from({ length: 50_000 }, (_, index) => String(index % 10))
      .join('')
      .repeat(4);
    writeFileSync(path.join(root, 'digits.txt'), digits);
    const { get } = await serveFolder({ root });
    const part = async (target: string, Range: string) => {
      const { status, headers, body } = await get(target, { headers: { Range } });
      return [status, headers.get('content-range'), body];
    };
    expect(await part('/hello.txt', 'bytes=0-0')).toEqual([206, 'bytes 0-0/5', 'h']);
    expect(await part('/hello.txt', 'bytes=-3')).toEqual([206, 'bytes 2-4/5', 'llo']);
    expect(await part('/hello.txt', 'bytes=1-')).toEqual([206, 'bytes 1-4/5', 'ello']);
    expect(await part('/hello.txt', 'bytes=9-')).toEqual([416, 'bytes */5', '']);
    expect(await part('/hello.txt', 'abc')).toEqual([200, undefined, 'hello']);
    expect(await part('/hello.txt', 'bytes=0-0,2-2')).toEqual([200, undefined, 'hello']);
    expect(await part('/empty.txt', 'bytes=0-')).toEqual([416, 'bytes */0', '']);
    const [, , middle] = await part('/digits.txt', 'bytes=100001-190000');
    expect(middle === digits.slice(100_001, 190_001)).toBe(true);
    expect(await part('/digits.txt', 'bytes=65534-65537')).toEqual([206, 'bytes 65534-65537/200000', '4567']);
  });

  test('sends a part only of the state that was asked for', async () => {
    const { root } = await hostileFolder();
    utimesSync(path.join(root, 'hello.txt'), 1e9, 1e9);
    const { get } = await serveFolder({ root });
    const { headers } = await get('/hello.txt');
    const date = headers.get('last-modified') ?? '';
    const other = new Date(5e11).toUTCString();
    const asked = (value: string) =>
      get('/hello.txt', { headers: { Range: 'bytes=0-0', 'If-Range': value } });
    expect((await asked(date)).status).toBe(206);
    expect((await asked(other)).body).toBe('hello');
    expect((await asked(headers.get('etag') ?? '')).body).toBe('hello');
  });

  test('sends nothing again that who asks has already', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    const first = await get('/hello.txt');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await get('/hello.txt', { headers: { 'If-None-Match': etag } });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', etag]);
    const since = { 'If-Modified-Since': first.headers.get('last-modified') ?? '' };
    expect((await get('/hello.txt', { headers: since })).status).toBe(304);
    writeFileSync(path.join(root, 'hello.txt'), 'hallo');
    expect((await get('/hello.txt', { headers: { 'If-None-Match': etag } })).body).toBe('hallo');
  });

  test('answers HEAD with the headers of GET', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    for (const target of ['/hello.txt', '/big.bin', '/', '/nowhere', '/page/', '/empty.txt']) {
      const [head, full] = [await get(target, { method: 'HEAD' }), await get(target)];
      for (const name of ['content-type', 'content-length', 'etag']) {
        expect.soft(head.headers.get(name), `${name} of ${target}`).toBe(full.headers.get(name));
      }
      expect.soft([head.status, head.body], target).toEqual([full.status, '']);
    }
  });

  test('opens index.html for a folder and leads there without remembering it for good', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    expect((await get('/page/')).body).toContain('page');
    const { status, headers } = await get('/page?a=1&b=%2F');
    expect([status, headers.get('location'), headers.get('cache-control')]).toEqual([
      302,
      '/page/?a=1&b=%2F',
      'no-store',
    ]);
    expect((await get('/hello.txt/')).status).toBe(404);
  });

  test('lists nothing where listing is off', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root, listing: false });
    expect((await get('/')).status).toBe(404);
    expect((await get('/page/')).status).toBe(200);
  });

  test('lists as JSON for who asks for it', async () => {
    const { root } = await hostileFolder();
    utimesSync(path.join(root, 'sub/inner.txt'), 1e9, 1e9);
    const { get } = await serveFolder({ root });
    const expected = {
      version: 1,
      path: '/sub/',
      entries: [{ name: 'inner.txt', kind: 'file', size: 5, modified: '2001-09-09T01:46:40.000Z' }],
      left: 0,
    };
    expect(JSON.parse((await get('/sub/?format=json')).body)).toEqual(expected);
    const { headers, body } = await get('/sub/', { headers: { Accept: 'application/json' } });
    expect(JSON.parse(body)).toEqual(expected);
    expect(headers.get('vary')).toBe('Accept');
    expect((await get('/sub/', { headers: html })).headers.get('content-type')).toBe(
      'text/html; charset=utf-8',
    );
  });

  test('shows the first five thousand of a very large folder and says so', async () => {
    const { root } = await hostileFolder();
    for (let index = 0; index < 5200; index++) writeFileSync(path.join(root, 'sub', `f${index}`), '');
    const { get } = await serveFolder({ root });
    const { entries, left } = JSON.parse((await get('/sub/?format=json')).body);
    expect([entries.length, left]).toEqual([5000, 201]);
    expect((await get('/sub/', { headers: html })).body).toContain('201 more are not shown.');
  });

  test('finds pages without their extension when that was chosen', async () => {
    const { root } = await hostileFolder();
    writeFileSync(path.join(root, 'about.html'), 'about');
    writeFileSync(path.join(root, 'page.html'), 'page beside its folder');
    const [clean, plain] = [await serveFolder({ root, cleanUrls: true }), await serveFolder({ root })];
    expect((await clean.get('/about')).body).toBe('about');
    expect((await clean.get('/about.html')).body).toBe('about');
    expect((await clean.get('/page')).body).toBe('page beside its folder');
    expect((await clean.get('/page/')).body).toContain('<body>page</body>');
    expect((await clean.get('/about/')).status).toBe(404);
    expect((await plain.get('/about')).status).toBe(404);
  });

  test('answers unknown places with the start page of an application when that was chosen', async () => {
    const { root } = await hostileFolder();
    writeFileSync(path.join(root, 'index.html'), 'start');
    const { get } = await serveFolder({ root, spa: true });
    const place = await get('/users/17', { headers: html });
    expect([place.status, place.body]).toEqual([200, 'start']);
    expect((await get('/logo.png', { headers: html })).status).toBe(404);
    expect((await get('/api/users', { headers: { Accept: 'application/json' } })).status).toBe(404);
    expect((await get('/api', { headers: { ...html, 'Sec-Fetch-Mode': 'cors' } })).status).toBe(404);
    expect((await get('/api', { headers: { ...html, 'Sec-Fetch-Mode': 'navigate' } })).status).toBe(200);
    expect((await get('/unreadable.txt', { headers: html })).status).toBe(403);
  });

  test('lets pages of every origin read only when that was chosen', async () => {
    const { root } = await hostileFolder();
    const [open, plain] = [await serveFolder({ root, cors: true }), await serveFolder({ root })];
    const Origin = 'https://elsewhere.example';
    for (const target of ['/hello.txt', '/nowhere', '/']) {
      expect(
        (await open.get(target, { headers: { Origin } })).headers.get('access-control-allow-origin'),
      ).toBe('*');
      expect(
        (await plain.get(target, { headers: { Origin } })).headers.get('access-control-allow-origin'),
      ).toBeUndefined();
    }
    const preflight = await open.get('/hello.txt', {
      method: 'OPTIONS',
      headers: { Origin, 'Access-Control-Request-Method': 'GET' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, HEAD, OPTIONS',
    ]);
    expect(preflight.headers.get('access-control-allow-credentials')).toBeUndefined();
    expect(
      (await open.get('/hello.txt', { method: 'OPTIONS', headers: { Host: 'evil.example' } })).status,
    ).toBe(421);
  });

  test('lets pages of other sites load a file only where they may read it', async () => {
    const { root } = await hostileFolder();
    const [open, plain] = [await serveFolder({ root, cors: true }), await serveFolder({ root })];
    const policyOf = async ({ get }: typeof open, target: string) =>
      (await get(target)).headers.get('cross-origin-resource-policy');
    for (const target of ['/hello.txt', '/', '/nothing']) {
      expect(await policyOf(plain, target)).toBe('same-site');
      expect(await policyOf(open, target)).toBe('cross-origin');
    }
  });

  test('says 404 with the own page of the folder', async () => {
    const { root } = await hostileFolder();
    writeFileSync(path.join(root, '404.html'), 'lost?');
    const { get } = await serveFolder({ root });
    const { status, body, headers } = await get('/nowhere', {
      headers: { Range: 'bytes=0-1', 'If-None-Match': '*' },
    });
    expect([status, body, headers.get('cache-control')]).toEqual([404, 'lost?', 'no-store']);
    expect((await get('/.env')).body).toBe('lost?');
    expect((await get('/%00')).body).not.toContain('lost?');
  });

  test('compresses text that is worth it when that was chosen', async () => {
    const { root } = await hostileFolder();
    const text = 'words and words\n'.repeat(20_000);
    writeFileSync(path.join(root, 'long.css'), text);
    const { get, port, openDescriptors } = await serveFolder({ root, compress: true });
    const before = openDescriptors();
    const asked = (target: string, more = {}) =>
      get(target, { headers: { 'Accept-Encoding': 'gzip, br', ...more } });
    const { headers } = await asked('/long.css');
    expect([headers.get('content-encoding'), headers.get('vary'), headers.get('content-length')]).toEqual([
      'br',
      'Accept-Encoding',
      undefined,
    ]);
    expect((await get('/long.css')).headers.get('vary')).toBe('Accept-Encoding');
    expect((await asked('/hello.txt')).headers.get('content-encoding')).toBeUndefined();
    expect((await asked('/big.bin')).headers.get('content-encoding')).toBeUndefined();
    expect((await asked('/long.css', { Range: 'bytes=0-9' })).body).toBe('words and ');
    expect((await get('/long.css')).body === text).toBe(true);
    expect(zlib.gunzipSync(await bodyOf(port, '/long.css', 'gzip')).toString()).toBe(text);
    expect(zlib.brotliDecompressSync(await bodyOf(port, '/long.css', 'br')).toString()).toBe(text);
    expect(openDescriptors()).toBeLessThanOrEqual(before + 1);
  });

  test('tells of every request once', async () => {
    const { root } = await hostileFolder();
    const { get, nextRecord } = await serveFolder({ root });
    await get('/hello.txt?a=1');
    expect(await nextRecord()).toMatchObject({
      method: 'GET',
      path: '/hello.txt?a=1',
      status: 200,
      bytes: 5,
      peer: '127.0.0.1',
    });
    await get('/nowhere', { method: 'HEAD' });
    expect(await nextRecord()).toMatchObject({ method: 'HEAD', path: '/nowhere', status: 404, bytes: 0 });
    await get('/big.bin');
    const { bytes, durationMs, at } = await nextRecord();
    expect(bytes).toBe(readFileSync(path.join(root, 'big.bin')).length);
    expect(durationMs).toBeGreaterThanOrEqual(0);
    expect(Math.abs(at - Date.now())).toBeLessThan(60_000);
    await get(`/${'x'.repeat(3000)}`);
    expect((await nextRecord()).path).toHaveLength(1024);
  });

  test('works the same where the kernel does not tell the path of a descriptor', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root, platform: 'darwin' });
    for (const target of [
      '/link-out',
      '/link-out-folder/secret.txt',
      '/link-up/secret.txt',
      '/link-hidden',
      '/pipe',
    ]) {
      expect.soft((await get(target)).status, target).toBe(404);
    }
    for (const target of ['/hello.txt', '/link-in', '/link-in-folder/inner.txt', '/sub/', '/page/']) {
      expect.soft((await get(target)).status, target).toBe(200);
    }
    expect((await get('/unreadable.txt')).status).toBe(403);
  });
});

/** The bytes of an answer in chunks, put together. */
function bodyOf(port: number, target: string, encoding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const head = `GET ${target} HTTP/1.0\r\nHost: localhost\r\nAccept-Encoding: ${encoding}\r\n\r\n`;
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(head));
    socket.on('data', (part) => void parts.push(part)).once('error', reject);
    socket.once('close', () => {
      const all = Buffer.concat(parts);
      resolve(all.subarray(all.indexOf('\r\n\r\n') + 4));
    });
  });
}
