import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startWebServer, type WebServer } from '../../electron/web/start-web-server.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { admittedBrowser } from '../helpers/admitted-browser.ts';
import { clientPipe, openPageSocket } from '../helpers/page-socket.ts';
import { rawRequest } from '../helpers/raw-request.ts';
import { makeUiFolder } from '../helpers/ui-folder.ts';
import { until } from '../helpers/until.ts';

let uiFolder: string;
beforeAll(async () => {
  uiFolder = await makeUiFolder();
});
afterAll(() => rm(path.dirname(uiFolder), { recursive: true }));

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function start(port: number | null, holderOf: (port: number) => string | null = () => null) {
  const server = await startWebServer({
    serve: () => undefined,
    port,
    uiFolder,
    holderOf,
    log: new SilentLog(),
  });
  cleanUps.push(() => server.close());
  return server;
}

/** Holds any port on an address; resolves with the port. */
async function holdPort(address: string): Promise<number> {
  const server = createServer();
  cleanUps.push(() => new Promise((resolve) => server.close(resolve)));
  return listen(server, address, 0);
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => resolve((server.address() as { port: number }).port));
  });
}

function splitPair(pair: string): [name: string, value: string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

test.each(['127.0.0.1', '::1', '0.0.0.0'])('a wanted port that is held on %s is refused', async (address) => {
  const port = await holdPort(address);
  await expect(start(port)).rejects.toThrow(`Port ${port} is held by`);
});

test('who holds the wanted port is told where it is known', async () => {
  const port = await holdPort('127.0.0.1');
  await expect(start(port, () => 'python3 (pid 4242)')).rejects.toThrow(
    `Port ${port} is held by python3 (pid 4242);`,
  );
});

test('a wanted port under the wildcard of somebody else is refused where it could be bound', async () => {
  const free = await start(0);
  await free.close();
  await expect(start(free.port, () => 'node (pid 1)')).rejects.toThrow('held by node (pid 1)');
});

test('a refused port is not left half held', async () => {
  const port = await holdPort('::1');
  await expect(start(port)).rejects.toThrow();
  await expect(rawRequest(port, {})).rejects.toThrow('ECONNREFUSED');
});

test('without a wish a second run takes another port', async () => {
  const first = await start(null);
  const second = await start(null);
  expect(second.port).not.toBe(first.port);
});

test('a cookie of one run does not push out that of another', async () => {
  const [one, other] = [await start(0), await start(0)];
  // A browser keeps one value for each name, whatever the port it came from.
  const jar = new Map(
    [(await admittedBrowser(one)).cookie, (await admittedBrowser(other)).cookie].map((pair) =>
      splitPair(pair),
    ),
  );
  const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  for (const { port } of [one, other]) {
    const answer = await rawRequest(port, { headers: { Host: `127.0.0.1:${port}`, Cookie: cookies } });
    expect(answer.status).toBe(200);
  }
});

test('a link is worth nothing after its run, on the same port', async () => {
  const first = await start(0);
  const cookie = (await admittedBrowser(first)).cookie;
  await first.close();
  const second = await start(first.port);
  const headers = { Host: `127.0.0.1:${second.port}` };
  const target = `/${new URL(first.url).search}`;
  expect((await rawRequest(second.port, { target, headers })).status).toBe(403);
  expect((await rawRequest(second.port, { headers: { ...headers, Cookie: cookie } })).status).toBe(401);
});

test('closing says goodbye to pages, cuts those that do not listen and frees the port', async () => {
  const server = await start(0);
  const host = `127.0.0.1:${server.port}`;
  const browser = await admittedBrowser(server);
  const [polite, deaf] = [
    await openPageSocket({ host, ...browser }),
    await openPageSocket({ host, ...browser }),
  ];
  const codes: number[] = [];
  polite.on('close', (code) => codes.push(code));
  const closed: string[] = [];
  clientPipe(polite).onClose((reason) => closed.push(reason));
  (deaf as unknown as { _socket: { pause(): void } })._socket.pause();

  await server.close();
  await until(() => codes.length === 1 && closed.length === 1);
  expect(codes).toEqual([1001]);
  await expect(rawRequest(server.port, {})).rejects.toThrow('ECONNREFUSED');
  const next: WebServer = await start(server.port);
  expect(next.port).toBe(server.port);
  deaf.terminate();
});

test('closing does not wait for a request that does not come to its end', async () => {
  const server = await start(0);
  const slow = connect(server.port, '127.0.0.1');
  slow.on('error', () => undefined);
  const head = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nCookie: ${(await admittedBrowser(server)).cookie}\r\n`;
  slow.write(`${head}\r\n`);
  await once(slow, 'data');
  slow.write(head);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const slowest = new Promise((resolve) => setTimeout(resolve, 3000, 'too late'));
  expect(await Promise.race([server.close(), slowest])).toBeUndefined();
  slow.destroy();
});

test('without the built interface nothing is listened on', async () => {
  const options = { serve: () => undefined, port: null, holderOf: () => null, log: new SilentLog() };
  await expect(startWebServer({ ...options, uiFolder: '/nowhere' })).rejects.toThrow('has not been built');
});
