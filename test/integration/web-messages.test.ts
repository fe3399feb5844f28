import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { clientPipe, openPageSocket } from '../helpers/page-socket.ts';
import { connectRecorded } from '../helpers/recorded-client.ts';
import { until } from '../helpers/until.ts';
import { startWebRun, type WebRun } from '../helpers/web-run.ts';

let run: WebRun;
beforeEach(async () => {
  run = await startWebRun({ rate: { perSecond: 200, burst: 400, patience: 1000 } });
});
afterEach(() => run.dispose());

interface Page {
  readonly socket: WebSocket;
  readonly answers: Record<string, unknown>[];
}

/** A page that has said hello and keeps what it is told from then on. */
async function openPage(): Promise<Page> {
  const socket = await openPageSocket(run);
  const answers: Record<string, unknown>[] = [];
  socket.on('message', (data) => void answers.push(JSON.parse(String(data))));
  socket.send('{"type":"hello","protocol":1}');
  await until(() => answers.length === 1);
  answers.length = 0;
  return { socket, answers };
}

async function expectAlive({ socket, answers }: Page): Promise<void> {
  socket.send('{"type":"call","id":99999,"name":"echo","arguments":{"text":"still here"}}');
  await until(() => answers.some((answer) => answer.type === 'answer' && answer.id === 99_999));
}

async function expectNextPageWorks(): Promise<void> {
  const { client, welcomes } = connectRecorded(clientPipe(await openPageSocket(run)));
  await until(() => welcomes.length === 1);
  expect(await client.call('echo', { text: 'next' })).toMatchObject({ ok: true });
}

function longCall(bytes: number): string {
  const empty = '{"type":"call","id":5,"name":"echo","arguments":{"text":""}}';
  return empty.replace('""}}', `"${'x'.repeat(bytes - empty.length)}"}}`);
}

describe('a message', () => {
  test.each([
    ['that is no JSON', 'hello', 'malformed'],
    ['that is empty', '', 'malformed'],
    ['that is cut off', '{"type":"call"', 'malformed'],
    ['with a foreign type', '{"type":"steal"}', 'malformed'],
    ['with a call that is no string', '{"type":"call","id":1,"name":{},"arguments":{}}', 'malformed'],
    ['with a call nobody knows', '{"type":"call","id":1,"name":"steal","arguments":{}}', 'unknown-call'],
    ['with the call __proto__', '{"type":"call","id":1,"name":"__proto__","arguments":{}}', 'unknown-call'],
    [
      'with the call constructor',
      '{"type":"call","id":1,"name":"constructor","arguments":{}}',
      'unknown-call',
    ],
    [
      'with __proto__ among its arguments',
      '{"type":"call","id":1,"name":"echo","arguments":{"text":"a","__proto__":{"polluted":1}}}',
      'invalid-arguments',
    ],
    [
      'with arguments of another type',
      '{"type":"call","id":1,"name":"echo","arguments":[]}',
      'invalid-arguments',
    ],
    ['with deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'malformed'],
  ])('%s is answered and the connection lives on', async (_, text, code) => {
    const page = await openPage();
    page.socket.send(text);
    await until(() => page.answers.length === 1);
    expect(page.answers[0]).toMatchObject({ type: 'failure', failure: { code } });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    await expectAlive(page);
  });

  test('of bytes instead of text is answered and the connection lives on', async () => {
    const page = await openPage();
    page.socket.send(Buffer.from('{"type":"resync"}'));
    await until(() => page.answers.length === 1);
    expect(page.answers[0]).toMatchObject({ type: 'failure', id: null, failure: { code: 'malformed' } });
    await expectAlive(page);
  });

  test('of 64 KiB is served', async () => {
    const page = await openPage();
    page.socket.send(longCall(64 * 1024));
    await until(() => page.answers.length === 1);
    expect(page.answers[0]).toMatchObject({ type: 'answer', id: 5 });
  });

  test('of one byte more is refused under the id of its call and the connection lives on', async () => {
    const page = await openPage();
    page.socket.send(longCall(64 * 1024 + 1));
    await until(() => page.answers.length === 1);
    expect(page.answers[0]).toMatchObject({ type: 'failure', id: 5, failure: { code: 'too-large' } });
    await expectAlive(page);
  });

  test('of more than 1 MiB ends the connection, and the next page works', async () => {
    const { socket } = await openPage();
    socket.send(longCall(1024 * 1024 + 1));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1009);
    await until(() => run.service.publishers.size === 0);
    await expectNextPageWorks();
  });

  test('that is not UTF-8 ends the connection, and the next page works', async () => {
    const { socket } = await openPage();
    socket.send(Buffer.from([0x22, 0xff, 0xfe, 0x22]), { binary: false });
    const [code] = await once(socket, 'close');
    expect(code).toBe(1007);
    await expectNextPageWorks();
  });

  test('in a frame that is not masked ends the connection, and the next page works', async () => {
    const { socket } = await openPage();
    socket.send('{"type":"resync"}', { mask: false });
    const [code] = await once(socket, 'close');
    expect(code).toBe(1002);
    await expectNextPageWorks();
  });
});

describe('many messages', () => {
  const call = (id: number) => `{"type":"call","id":${id},"name":"echo","arguments":{"text":"a"}}`;

  test('at once are all answered, those above the burst with a refusal under their own ids', async () => {
    const page = await openPage();
    for (let id = 1; id <= 600; id += 1) page.socket.send(call(id));
    await until(() => page.answers.length === 600);
    const ids = new Set(page.answers.map((answer) => answer.id));
    expect(ids.size).toBe(600);
    const refused = page.answers.filter((answer) => JSON.stringify(answer).includes('messages a second'));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(201);
    expect(refused[0]).toMatchObject({ type: 'failure', failure: { code: 'too-many' } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expectAlive(page);
  });

  test('without end close the connection, and the next page works', async () => {
    const { socket } = await openPage();
    for (let id = 1; id <= 3000; id += 1) socket.send(call(id));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1008);
    await until(() => run.service.publishers.size === 0);
    await expectNextPageWorks();
  });

  test('of one page leave another page its own', async () => {
    const [noisy, quiet] = [await openPage(), await openPage()];
    for (let id = 1; id <= 900; id += 1) noisy.socket.send(call(id));
    await expectAlive(quiet);
    expect(quiet.answers.filter((answer) => answer.type === 'failure')).toEqual([]);
  });
});

describe('a page that goes away', () => {
  test('without a word is forgotten', async () => {
    const { socket } = await openPage();
    socket.terminate();
    await until(() => run.service.publishers.size === 0);
    await expectNextPageWorks();
  });

  test('and no longer answers pings is forgotten', async () => {
    await run.dispose();
    run = await startWebRun({ pingEveryMs: 30 });
    const [dead, alive] = [await openPage(), await openPage()];
    (dead.socket as unknown as { _socket: { pause(): void } })._socket.pause();
    await until(() => run.service.publishers.size === 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expectAlive(alive);
    dead.socket.terminate();
  });
});
