import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { clientPipe, openPageSocket } from '../helpers/page-socket.ts';
import { rawRequest } from '../helpers/raw-request.ts';
import { connectRecorded } from '../helpers/recorded-client.ts';
import { until } from '../helpers/until.ts';
import { startWebRun, type WebRun } from '../helpers/web-run.ts';

let run: WebRun;
let otherRun: WebRun;
beforeAll(async () => {
  run = await startWebRun({ maxConnections: 3 });
  otherRun = await startWebRun();
});
afterAll(async () => {
  await run.dispose();
  await otherRun.dispose();
});

/** What a browser sends from a page of ours, with changes; null leaves a header out. */
function upgrade(changes: Record<string, string | null> = {}, target = '/pipe', method = 'GET') {
  const all = {
    Host: run.host,
    Origin: `http://${run.host}`,
    Cookie: run.cookie,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Protocol': `berth, ${run.pageKey}`,
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...changes,
  };
  const headers = Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
  );
  return rawRequest(run.port, { target, method, headers });
}

test.each([
  ['a foreign Host', () => upgrade({ Host: `evil.example:${run.port}` }), 403],
  ['a rebound name as Host and Origin', () => rebound(), 403],
  ['a foreign Origin', () => upgrade({ Origin: 'http://evil.example' }), 403],
  ['the Origin of another port', () => upgrade({ Origin: 'http://127.0.0.1:3000' }), 403],
  ['the Origin null', () => upgrade({ Origin: 'null' }), 403],
  ['no Origin', () => upgrade({ Origin: null }), 403],
  ['no cookie', () => upgrade({ Cookie: null }), 401],
  ['a wrong cookie', () => upgrade({ Cookie: `berth-${run.port}=wrong` }), 401],
  ['the cookie of another run', () => upgrade({ Cookie: otherRun.cookie }), 401],
  ['the cookie alone, as every server on this host name is shown it', () => upgrade(withKey(null)), 401],
  ['a wrong key', () => upgrade(withKey('berth, wrong')), 401],
  ['the key of another run', () => upgrade(withKey(`berth, ${otherRun.pageKey}`)), 401],
  ['the cookie as its key', () => upgrade(withKey(`berth, ${run.cookie.split('=')[1]}`)), 401],
  ['the token instead of the cookie', () => upgrade({ Cookie: null }, `/pipe?token=${run.token}`), 404],
  ['another path', () => upgrade({}, '/'), 404],
  ['a path that leads back', () => upgrade({}, '/assets/../pipe'), 404],
  ['another method', () => upgrade({}, '/pipe', 'POST'), 405],
  ['another protocol to upgrade to', () => upgrade({ Upgrade: 'h2c' }), 400],
  ['another version of WebSocket', () => upgrade({ 'Sec-WebSocket-Version': '7' }), 400],
])('an upgrade with %s is refused before it is accepted', async (_, ask, status) => {
  const answer = await ask();
  expect(answer.status).toBe(status);
  expect(run.service.welcomes).toBe(0);
});

const withKey = (header: string | null) => ({ 'Sec-WebSocket-Protocol': header });

function rebound() {
  const host = `rebound.example:${run.port}`;
  return upgrade({ Host: host, Origin: `http://${host}` });
}

test('an upgrade from our page is accepted, as is the next after refusals', async () => {
  await upgrade({ Cookie: null });
  const socket = await openPageSocket(run);
  const { client, welcomes } = connectRecorded(clientPipe(socket));
  await until(() => welcomes.length === 1);
  expect(await client.call('echo', { text: 'hello' })).toMatchObject({ ok: true });
  socket.terminate();
});

test('the key is not said back', async () => {
  const socket = await openPageSocket(run);
  expect(socket.protocol).toBe('berth');
  socket.terminate();
});

test('compression is not agreed to', async () => {
  const socket = await openPageSocket(run);
  expect(socket.extensions).toBe('');
  socket.terminate();
});

test('more connections than there is room for are refused until one ends', async () => {
  await until(() => run.service.publishers.size === 0);
  const sockets: WebSocket[] = [];
  for (let count = 0; count < 3; count += 1) sockets.push(await openPageSocket(run));
  const answer = await upgrade();
  expect(answer.status).toBe(503);
  for (const socket of sockets) socket.terminate();
  const again = await openAgain();
  again.terminate();
});

/** The server hears of an ended connection a moment later. */
async function openAgain() {
  for (;;) {
    const socket = await openPageSocket(run).catch(() => null);
    if (socket) return socket;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
