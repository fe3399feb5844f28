import { connect, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hostileFolder } from '../../helpers/hostile-folder.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { rawExchange } from '../../helpers/raw-request.ts';
import { serveFolder } from '../../helpers/serve-folder.ts';
import { until } from '../../helpers/until.ts';

describe.runIf(isLinux)('A served folder with clients that misbehave', () => {
  test('refuses what is too long', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    expect((await get(`/${'a'.repeat(5000)}`)).status).toBe(414);
    expect((await get(`/${'a'.repeat(3000)}`)).status).toBe(404);
    expect((await get(`/${'a'.repeat(70_000)}`)).status).toBe(431);
    expect((await get('/hello.txt', { headers: { 'X-Long': 'a'.repeat(70_000) } })).status).toBe(431);
    expect((await get('/hello.txt')).status).toBe(200);
  });

  test('refuses what is not HTTP', async () => {
    const { root } = await hostileFolder();
    const { get, port } = await serveFolder({ root });
    for (const text of [
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      'hello\r\n\r\n',
      'GET /a b HTTP/1.1\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: a\r\nHost\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
    ]) {
      expect.soft((await rawExchange(port, text)).status, text).toBe(400);
    }
    expect((await get('/hello.txt')).status).toBe(200);
  });

  test('answers no method but GET and HEAD', async () => {
    const { root } = await hostileFolder();
    const { get } = await serveFolder({ root });
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'MKCOL']) {
      const { status, headers } = await get('/hello.txt', {
        method,
        headers: { 'Content-Length': '3' },
        body: 'abc',
      });
      expect.soft([status, headers.get('allow')], method).toEqual([405, 'GET, HEAD']);
    }
    const { status } = await get('/new.txt', {
      method: 'PUT',
      headers: { Expect: '100-continue', 'Content-Length': '9' },
    });
    expect(status).toBe(405);
    const head = await get('/hello.txt', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), head.body]).toEqual([200, '5', '']);
  });

  test('answers requests that come in one piece, in their order', async () => {
    const { root } = await hostileFolder();
    const { port } = await serveFolder({ root });
    const one = (target: string, more = '') => `GET ${target} HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`;
    const text =
      one('/hello.txt') + one('/big.bin') + one('/nowhere') + one('/sub/inner.txt', 'Connection: close\r\n');
    const { body } = await rawExchange(port, text);
    const statuses = [...body.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
    expect(body.startsWith('hello')).toBe(true);
    expect(statuses).toEqual(['200', '404', '200']);
    expect(body.endsWith('inner')).toBe(true);
  });

  test('lets go of a client that never ends its request', async () => {
    const { root } = await hostileFolder();
    const { port, get, openDescriptors } = await serveFolder({
      root,
      limits: { headersMs: 300, requestMs: 400 },
    });
    const before = openDescriptors();
    const sockets = Array.from({ length: 20 }, () =>
      slowly(port, 'GET /hello.txt HTTP/1.1\r\nHost: localhost\r\n'),
    );
    await until(() => openDescriptors() >= before + sockets.length, 'all are connected');
    expect((await get('/hello.txt')).body).toBe('hello');
    await until(() => sockets.every(({ closed }) => closed), 'all are let go');
    await until(() => openDescriptors() <= before, 'all descriptors closed');
  });

  test('lets go of a client that never reads', async () => {
    const { root } = await hostileFolder();
    const { port, get, openDescriptors, nextRecord } = await serveFolder({
      root,
      limits: { silenceMs: 400 },
    });
    const before = openDescriptors();
    const socket = slowly(port, 'GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(8));
    socket.pause();
    await until(() => openDescriptors() > before, 'it is served');
    expect((await get('/hello.txt')).body).toBe('hello');
    await until(() => openDescriptors() <= before, 'it is let go');
    const records = [];
    for (let count = 0; count < 9; count++) records.push(await nextRecord());
    expect(records.filter(({ path }) => path === '/hello.txt')).toHaveLength(1);
    // Those in the queue were never answered.
    expect(records.at(-1)).toMatchObject({ path: '/big.bin', status: 0, bytes: 0 });
  });

  test('opens one file at a time for a client that sends many requests in one piece', async () => {
    const { root } = await hostileFolder();
    const { port, get, openDescriptors } = await serveFolder({ root });
    const before = openDescriptors();
    const socket = slowly(port, 'GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(1000));
    socket.pause();
    await until(() => openDescriptors() >= before + 2, 'it is served');
    for (let count = 0; count < 20; count++) {
      expect((await get('/hello.txt')).status).toBe(200);
      expect(openDescriptors()).toBeLessThanOrEqual(before + 4);
    }
    socket.destroy();
    await until(() => openDescriptors() <= before, 'all descriptors closed');
  });

  test('serves a thousand clients at once, and files after them', async () => {
    const { root } = await hostileFolder();
    const { port, get, openDescriptors } = await serveFolder({ root });
    const before = openDescriptors();
    const targets = ['/hello.txt', '/', '/nowhere', '/big.bin'];
    const request = (target: string) =>
      `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
    const sockets = await Promise.all(Array.from({ length: 1000 }, () => connected(port)));
    await until(() => openDescriptors() >= before + 1000, 'all are connected');
    const answers = sockets.map((socket, index) =>
      answerTo(socket, request(targets[index % 40 === 0 ? 3 : index % 3] ?? '')),
    );
    const statuses = (await Promise.all(answers)).map((text) => text.slice(9, 12));
    const count = (status: string) => statuses.filter((one) => one === status).length;
    expect(count('200') + count('404')).toBe(1000);
    expect(count('404')).toBeGreaterThan(300);
    await until(() => openDescriptors() <= before, 'all descriptors closed');
    expect((await get('/hello.txt')).body).toBe('hello');
  });
});

function slowly(port: number, text: string): Socket {
  const socket = connect({ host: '127.0.0.1', port }, () => socket.write(text));
  socket.on('error', () => undefined).resume();
  onTestFinished(() => void socket.destroy());
  return socket;
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port }, () => resolve(socket));
    socket.once('error', reject);
  });
}

function answerTo(socket: Socket, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let head = '';
    socket.on('data', (chunk) => {
      if (head.length < 12) head += chunk.toString('latin1', 0, 100);
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(head));
    socket.write(text);
  });
}
