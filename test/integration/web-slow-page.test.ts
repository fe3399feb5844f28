import { afterEach, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { startWebServer } from '../../electron/web/start-web-server.ts';
import type { Pipe } from '../../shared/rpc/pipe.ts';
import { serveCalls } from '../../shared/rpc/serve-calls.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { TestService } from '../fakes/test-service.ts';
import { admittedBrowser } from '../helpers/admitted-browser.ts';
import { clientPipe, openPageSocket } from '../helpers/page-socket.ts';
import { connectRecorded } from '../helpers/recorded-client.ts';
import { makeUiFolder } from '../helpers/ui-folder.ts';
import { until } from '../helpers/until.ts';

const kib = 1024;
const mib = 1024 * kib;
/** More than the kernel keeps for a connection, so that the rest waits in this process. */
const untilCongested = 400;

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** A page that has connected and then stops reading, as a suspended laptop at the far end of a tunnel does. */
async function openSlowPage() {
  const service = new TestService();
  const pipes: Pipe[] = [];
  const sent = { bytes: 0 };
  const server = await startWebServer({
    serve(pipe) {
      pipes.push(pipe);
      const counted = Object.create(pipe) as Pipe;
      counted.send = (message) => {
        sent.bytes += JSON.stringify(message).length;
        pipe.send(message);
      };
      serveCalls(counted, service);
    },
    port: 0,
    uiFolder: await makeUiFolder(),
    holderOf: () => null,
    log: new SilentLog(),
    limits: { maxWaitingBytes: 4 * mib },
  });
  cleanUps.push(() => server.close());
  const host = `127.0.0.1:${server.port}`;
  const socket = await openPageSocket({ host, ...(await admittedBrowser(server)) });
  const recorded = connectRecorded(clientPipe(socket));
  await until(() => recorded.welcomes.length === 1);
  const [pipe] = pipes;
  if (!pipe) throw new Error('No page was served.');
  return { service, sent, socket, pipe, server, host, ...recorded };
}

function raw(socket: WebSocket): { pause(): void; resume(): void } {
  return (socket as unknown as { _socket: { pause(): void; resume(): void } })._socket;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a page that stops reading is told nothing more until it reads again, then the full state', async () => {
  const { service, sent, socket, pipe, welcomes, events } = await openSlowPage();
  raw(socket).pause();
  const big = 'x'.repeat(100 * kib);
  for (let count = 0; count < untilCongested; count += 1) {
    service.change(big);
    await turn();
  }
  expect(pipe.congested).toBe(true);
  expect(sent.bytes).toBeLessThan(20 * mib);
  const atRest = sent.bytes;
  service.change('the last word');
  await turn();
  expect(sent.bytes).toBe(atRest);

  raw(socket).resume();
  await until(() => welcomes.length === 2, 'the welcome after the pause');
  expect(welcomes[1]).toEqual({ state: 'the last word' });
  service.change('and on');
  await until(() => events.at(-1)?.[1] === 'and on');
});

test('a page that asks and asks without reading is given up, and the next page works', async () => {
  const { service, sent, socket, closed, server, host } = await openSlowPage();
  raw(socket).pause();
  const text = 'x'.repeat(60 * kib);
  for (let id = 1; id <= 390 && service.publishers.size > 0; id += 1) {
    socket.send(`{"type":"call","id":${id},"name":"echo","arguments":{"text":"${text}"}}`);
    await turn();
  }
  await until(() => service.publishers.size === 0, 'the end of the connection');
  expect(sent.bytes).toBeLessThan(20 * mib);
  raw(socket).resume();
  await until(() => closed.length === 1);

  const next = connectRecorded(
    clientPipe(await openPageSocket({ host, ...(await admittedBrowser(server)) })),
  );
  await until(() => next.welcomes.length === 1);
});

test('a page that asks for the full state again and again without reading gets it once', async () => {
  const { service, socket, pipe, welcomes } = await openSlowPage();
  raw(socket).pause();
  const big = 'x'.repeat(100 * kib);
  for (let count = 0; count < untilCongested && !pipe.congested; count += 1) {
    service.say(big);
    await turn();
  }
  const before = service.welcomes;
  for (let count = 0; count < 50; count += 1) socket.send('{"type":"resync"}');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(service.welcomes).toBe(before);
  raw(socket).resume();
  await until(() => welcomes.length === 2);
  expect(service.welcomes).toBe(before + 1);
});
