import { chmod, chown, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ContainerClient } from '../../electron/core/containers/container-client.ts';
import { EngineError } from '../../electron/core/containers/engine-error.ts';
import { readCapture } from '../helpers/captures.ts';
import { always, listenAsEngine, type Replay } from '../helpers/listen-as-engine.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

// No engine runs where these tests do: a server on a socket of its own replays what engines answered elsewhere.

const list = readCapture('docker/list-docker-1.22.json').toString('utf8');
const inspection = readCapture('docker/inspect-docker-1.24.json').toString('utf8');
const isRoot = process.getuid?.() === 0;
const hasSockets = process.platform !== 'win32';

async function clientOf(replay: Replay, limits: { timeoutMs?: number; maxBytes?: number } = {}) {
  const engine = await listenAsEngine(replay);
  return { client: new ContainerClient(engine.endpoint, limits), engine };
}

function clientAt(socket: string): ContainerClient {
  return new ContainerClient({ kind: 'socket', path: socket, isDefault: true });
}

/** The named failure of a question. */
async function failure(asking: Promise<unknown>): Promise<EngineError> {
  const error = await asking.then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(EngineError);
  return error as EngineError;
}

/** Does something as somebody without rights. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  if (!isRoot) return act();
  process.setegid?.(65_534);
  process.seteuid?.(65_534);
  const back = () => {
    process.seteuid?.(0);
    process.setegid?.(0);
  };
  onTestFinished(back);
  return act().finally(back);
}

describe.skipIf(!hasSockets)('the client of an engine', () => {
  test('lists what runs', async () => {
    const { client, engine } = await clientOf(always(list));
    const answer = await client.list();
    expect(answer).toMatchObject({ engine: 'docker', containers: [{ name: 'drunk_golick' }] });
    expect(engine.asked).toEqual(['GET /containers/json']);
  });

  test('knows Podman by what it says of itself', async () => {
    const { client } = await clientOf(always(list, 200, { server: 'Libpod/3.0.0 (linux)' }));
    expect((await client.list()).engine).toBe('podman');
  });

  test('describes one container', async () => {
    const { client, engine } = await clientOf(always(inspection));
    expect(await client.inspect('fc1243c01bbb')).toMatchObject({ isRunning: true, pid: 10_912 });
    expect(engine.asked).toEqual(['GET /containers/fc1243c01bbb/json']);
  });

  test('stops with the time the container was made with, unless told another', async () => {
    const { client, engine } = await clientOf(always('', 204));
    expect(await client.stop('abc', { timeoutMs: 1000 })).toBe(true);
    expect(await client.stop('abc', { seconds: 0, timeoutMs: 1000 })).toBe(true);
    expect(engine.asked).toEqual(['POST /containers/abc/stop', 'POST /containers/abc/stop?t=0']);
  });

  test('says when it had stopped before', async () => {
    const { client } = await clientOf(always('', 304));
    expect(await client.stop('abc', { timeoutMs: 1000 })).toBe(false);
  });

  test('never lets a name become another path', async () => {
    const { client, engine } = await clientOf(always('', 204));
    await client.stop('../images/prune?', { timeoutMs: 1000 });
    expect(engine.asked).toEqual(['POST /containers/..%2Fimages%2Fprune%3F/stop']);
  });

  test('names an engine that is slower than it may be', async () => {
    const { client } = await clientOf(() => undefined, { timeoutMs: 50 });
    expect((await failure(client.list())).reason).toBe('timeout');
  });

  test('names an engine that drips on and on', async () => {
    const { client } = await clientOf(
      (_, response) => {
        const drip = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(drip));
      },
      { timeoutMs: 100 },
    );
    expect((await failure(client.list())).reason).toBe('timeout');
  });

  test('names a broken answer', async () => {
    const { client } = await clientOf(always('<html>502 Bad Gateway</html>'));
    expect((await failure(client.list())).reason).toBe('broken');
    expect((await failure(client.inspect('abc'))).reason).toBe('broken');
  });

  test('names an answer that ends in the middle', async () => {
    const { client } = await clientOf((_, response) => {
      response.writeHead(200, { 'content-length': String(list.length) });
      response.write(list.slice(0, 100), () => response.socket?.destroy());
    });
    expect((await failure(client.list())).reason).toBe('broken');
  });

  test('names a connection that is cut before the answer', async () => {
    const { client } = await clientOf((request) => request.socket.destroy());
    expect((await failure(client.list())).reason).toBe('broken');
  });

  test('reads no more of a huge answer than it may', async () => {
    let sent = 0;
    const { client } = await clientOf(
      (_, response) => {
        const more = () => {
          while (!response.destroyed && response.write(' '.repeat(16_384))) sent += 16_384;
        };
        response.on('drain', more);
        more();
      },
      { maxBytes: 100_000, timeoutMs: 5000 },
    );
    const error = await failure(client.list());
    expect(error.reason).toBe('broken');
    expect(error.message).toContain('100000 bytes');
    expect(sent).toBeLessThan(10_000_000);
  });

  test('passes on why the engine refuses', async () => {
    const { client } = await clientOf(always('{"message":"cannot stop container: permission denied"}', 500));
    const error = await failure(client.stop('abc', { timeoutMs: 1000 }));
    expect(error).toMatchObject({ reason: 'refused', message: 'cannot stop container: permission denied' });
  });

  test('names a container that is gone', async () => {
    const { client } = await clientOf(always('{"message":"No such container: abc"}', 404));
    expect((await failure(client.inspect('abc'))).reason).toBe('gone');
  });

  test('can be called off', async () => {
    const { client } = await clientOf(() => undefined);
    const controller = new AbortController();
    const stopping = client.stop('abc', { timeoutMs: 5000, signal: controller.signal });
    controller.abort();
    expect((await failure(stopping)).reason).toBe('aborted');
  });

  test('names a socket that is not there, that nobody serves, or that is a file', async () => {
    const folder = await temporaryFolder();
    expect((await failure(clientAt(path.join(folder, 'absent.sock')).list())).reason).toBe('absent');
    const file = path.join(folder, 'file.sock');
    await writeFile(file, '');
    expect((await failure(clientAt(file).list())).reason).toBe('absent');
  });

  test('says which group may use a socket that turns this user away', async () => {
    const { client, engine } = await clientOf(always(list));
    await chmod(engine.path, 0o660);
    if (isRoot) await chown(engine.path, 0, 12_345);
    else await chmod(engine.path, 0);
    const error = await asNobody(() => failure(client.list()));
    expect(error.reason).toBe('denied');
    if (isRoot)
      expect(error.message).toBe(`Only root and members of the group 12345 may use ${engine.path}.`);
  });

  test('names a socket that nobody may use', async () => {
    const { client, engine } = await clientOf(always(list));
    await chmod(engine.path, 0);
    const error = await asNobody(() => failure(client.list()));
    expect(error).toMatchObject({ reason: 'denied', message: `This user may not use ${engine.path}.` });
  });
});
