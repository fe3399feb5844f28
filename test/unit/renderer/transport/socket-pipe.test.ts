import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { openSocketPipe } from '../../../../renderer/transport/socket-pipe.ts';

let server: WebSocketServer;
let url: string;

beforeEach(async () => {
  // Node 20 has no WebSocket of its own.
  vi.stubGlobal('WebSocket', WebSocket);
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/pipe`;
});
afterEach(async () => {
  for (const client of server.clients) client.terminate();
  await new Promise((resolve) => server.close(resolve));
  vi.unstubAllGlobals();
});

test('carries what was sent before the socket was open, in order, and answers', async () => {
  server.on('connection', (socket) => socket.on('message', (data) => socket.send(String(data))));
  const pipe = openSocketPipe(url, 'key');
  const received: unknown[] = [];
  const done = new Promise<void>((resolve) => {
    pipe.onMessage((message) => {
      received.push(message);
      if (received.length === 2) resolve();
    });
  });
  pipe.send({ n: 1 });
  pipe.send({ n: 2 });
  await done;
  expect(received).toEqual([{ n: 1 }, { n: 2 }]);
});

test('closes with the reason that the server gave', async () => {
  server.on('connection', (socket) => socket.close(4001, 'Berth is stopping.'));
  const reason = await new Promise((resolve) => openSocketPipe(url, 'key').onClose(resolve));
  expect(reason).toBe('Berth is stopping.');
});

test('closes when the connection breaks without a word', async () => {
  const pipe = openSocketPipe(url, 'key');
  server.on('connection', (socket) => socket.terminate());
  const reason = await new Promise((resolve) => pipe.onClose(resolve));
  expect(reason).toBe('The connection to Berth ended.');
});

test('closing the pipe closes the socket', async () => {
  const closed = new Promise((resolve) => server.on('connection', (socket) => socket.on('close', resolve)));
  const heard = new Promise((resolve) => server.on('connection', (socket) => socket.on('message', resolve)));
  const pipe = openSocketPipe(url, 'key');
  pipe.send('hello');
  await heard;
  pipe.close('Done.');
  await expect(closed).resolves.toBeDefined();
});
