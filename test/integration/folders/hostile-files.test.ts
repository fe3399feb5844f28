import { renameSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { hostileFolder, secret } from '../../helpers/hostile-folder.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { serveFolder } from '../../helpers/serve-folder.ts';
import { until } from '../../helpers/until.ts';

describe.runIf(isLinux)('A served folder with files that are not what they seem', () => {
  test('says 403 for what this user may not read and goes on', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    for (const target of ['/unreadable.txt', '/closed/', '/closed', '/closed/inner.txt', '/sealed-index/']) {
      const { status, body } = await get(target);
      expect.soft(status, target).toBe(403);
      expect.soft(body).not.toContain(secret);
    }
    expect((await get('/hello.txt')).status).toBe(200);
  });

  test('never waits for a FIFO, a socket or a device', async () => {
    const { root, hasDevice } = await hostileFolder();
    const { get, openDescriptors } = await serveFolder({ root });
    const before = openDescriptors();
    const targets = ['/pipe', '/socket', ...(hasDevice ? ['/zero'] : [])];
    // More than there are threads for files.
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => targets)
        .flat()
        .map((one) => get(one)),
    );
    for (const { status } of answers) expect(status).toBe(404);
    expect((await get('/hello.txt')).body).toBe('hello');
    await until(() => openDescriptors() <= before, 'all descriptors closed');
  });

  test('keeps no descriptor of clients that went away, nor of answers without a body', async () => {
    const { root } = await hostileFolder();
    const { get, port, openDescriptors } = await serveFolder({ root });
    const etag = (await get('/big.bin', { method: 'HEAD' })).headers.get('etag') ?? '';
    const before = openDescriptors();
    await Promise.all(Array.from({ length: 60 }, (_, index) => abort(port, '/big.bin', index % 3)));
    for (let count = 0; count < 40; count++) {
      expect((await get('/big.bin', { headers: { 'If-None-Match': etag } })).status).toBe(304);
      await get('/big.bin', { method: 'HEAD' });
      await get('/big.bin', { headers: { Range: 'bytes=99999999-' } });
      await get('/hello.txt/');
    }
    await until(() => openDescriptors() <= before, 'all descriptors closed');
    expect((await get('/hello.txt')).body).toBe('hello');
  });

  test('sends the right bytes to others while clients go away', async () => {
    const { root } = await hostileFolder();
    const content = Array.from({ length: 40_000 }, (_, line) => `line ${line} of the book\n`).join('');
    writeFileSync(path.join(root, 'book.txt'), content);
    const { get, port } = await serveFolder({ root });
    const goAway = async (_: unknown, how: number) => {
      for (let count = 0; count < 40; count++) await abort(port, '/big.bin', how % 3);
    };
    // Descriptors are given out again at once: one that is closed twice is missing to a reader.
    const read = async () => {
      for (let count = 0; count < 25; count++) expect((await get('/book.txt')).body === content).toBe(true);
    };
    await Promise.all([...Array.from({ length: 6 }, goAway), ...Array.from({ length: 8 }, read)]);
  });

  test('breaks the connection when a file becomes shorter than was promised', async () => {
    const { root } = await hostileFolder();
    const { get, port, nextRecord } = await serveFolder({ root });
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('error', () => undefined);
    socket.write('GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await new Promise((resolve) => socket.once('readable', () => resolve(null)));
    truncateSync(path.join(root, 'big.bin'), 1000);
    let received = 0;
    socket.on('data', (chunk) => {
      received += chunk.length;
    });
    await new Promise((resolve) => socket.resume().once('close', resolve));
    expect(received).toBeLessThan(3 * 1024 * 1024);
    expect((await nextRecord()).bytes).toBeLessThan(3 * 1024 * 1024);
    expect((await get('/hello.txt')).status).toBe(200);
  });

  test('never serves what a link was switched to meanwhile', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    const file = path.join(root, 'switched');
    let isOver = false;
    const switching = (async () => {
      while (!isOver) {
        for (const target of ['hello.txt', '../secret.txt']) {
          symlinkSync(target, `${file}.new`);
          renameSync(`${file}.new`, file);
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
    })();
    const statuses = new Set<number>();
    for (let count = 0; count < 300; count++) {
      const { status, body } = await get('/switched');
      statuses.add(status);
      expect(body).not.toContain(secret);
    }
    isOver = true;
    await switching;
    expect(statuses).toContain(200);
    expect(statuses).toContain(404);
  });

  test('serves a file that is replaced all the time', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    const file = path.join(root, 'built.html');
    writeFileSync(file, 'built');
    const timer = setInterval(() => {
      writeFileSync(`${file}.new`, 'built');
      renameSync(`${file}.new`, file);
    }, 0);
    for (let count = 0; count < 300; count++) {
      const { status, headers, body } = await get('/built.html');
      expect([status, headers.get('content-type'), body]).toEqual([200, 'text/html; charset=utf-8', 'built']);
    }
    clearInterval(timer);
    unlinkSync(file);
    expect((await get('/built.html')).status).toBe(404);
  });
});

/** Asks and goes: at once, after the first bytes, or by a reset. */
function abort(port: number, target: string, how: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => {
      socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      if (how === 0) socket.destroySoon();
    });
    socket.on('error', () => undefined);
    socket.once('data', () => (how === 2 ? socket.resetAndDestroy() : socket.destroy()));
    socket.once('close', () => resolve());
  });
}
