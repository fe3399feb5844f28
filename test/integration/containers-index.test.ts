import { describe, expect, test, vi } from 'vitest';
import type { Endpoint } from '../../electron/core/containers/container-endpoints.ts';
import { ContainerIndex, type ContainerQuestion } from '../../electron/core/containers/container-index.ts';
import { systemClock } from '../../electron/core/lib/clock.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { always, listenAsEngine, type Replay } from '../helpers/listen-as-engine.ts';

const webId = 'a'.repeat(64);
const web = {
  Id: webId,
  Names: ['/shop-web-1'],
  Image: 'nginx:1.27',
  Labels: { 'com.docker.compose.project': 'shop', 'com.docker.compose.service': 'web' },
  Ports: [{ IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8080, Type: 'tcp' }],
};
const list = JSON.stringify([web]);

const proxied: ContainerQuestion = {
  protocol: 'tcp',
  address: '0.0.0.0',
  port: 8080,
  owners: [{ name: 'docker-proxy', command: [] }],
  ownersHidden: false,
  containerId: null,
};
const absent: Endpoint = { kind: 'socket', path: '/nonexistent/engine.sock', isDefault: false };

/** Time that moves when told to; waiting is real. */
function movableClock() {
  let ahead = 0;
  return {
    ...systemClock,
    after: vi.fn(systemClock.after),
    elapsed: () => systemClock.elapsed() + ahead,
    skip: (ms: number) => {
      ahead += ms;
    },
  };
}

async function indexOf(
  replay: Replay,
  change: { endpoints?: readonly Endpoint[]; patienceMs?: number } = {},
) {
  const engine = await listenAsEngine(replay);
  const log = new SilentLog();
  const clock = movableClock();
  const endpoints = vi.fn(async () => change.endpoints ?? [engine.endpoint]);
  const { patienceMs = 5000 } = change;
  return { index: new ContainerIndex({ endpoints, clock, log, patienceMs }), engine, log, clock, endpoints };
}

describe.skipIf(process.platform === 'win32')('the index of containers', () => {
  test('names the container behind a port that a proxy holds', async () => {
    const { index } = await indexOf(always(list));
    expect(await index.find(proxied)).toMatchObject({
      isFinal: true,
      container: { name: 'shop-web-1', composeProject: 'shop', composeService: 'web', engine: 'docker' },
    });
  });

  test('asks nobody about the ports of other programs', async () => {
    const { index, engine, endpoints } = await indexOf(always(list));
    const owners = [{ name: 'nginx', command: ['nginx'] }];
    expect(await index.find({ ...proxied, owners })).toEqual({ container: null, isFinal: true });
    expect(endpoints).not.toHaveBeenCalled();
    expect(engine.asked).toEqual([]);
  });

  test('asks about a port whose holder may not be seen', async () => {
    const { index } = await indexOf(always(list));
    const answer = await index.find({ ...proxied, owners: [], ownersHidden: true });
    expect(answer.container?.name).toBe('shop-web-1');
  });

  test('names the container a process is in whatever port it holds', async () => {
    const { index } = await indexOf(always(list));
    const owners = [{ name: 'nginx', command: ['nginx'] }];
    const inside = { ...proxied, port: 9999, owners, containerId: webId };
    expect((await index.find(inside)).container?.name).toBe('shop-web-1');
    const elsewhere = { ...inside, port: 8080, containerId: 'b'.repeat(64) };
    expect((await index.find(elsewhere)).container).toBeNull();
  });

  test('asks once for many ports at the same time, and not again at once', async () => {
    const { index, engine } = await indexOf(always(list));
    await Promise.all(Array.from({ length: 50 }, () => index.find(proxied)));
    await index.find(proxied);
    expect(engine.asked).toEqual(['GET /containers/json']);
  });

  test('asks again later, and when told that something was stopped', async () => {
    const { index, engine, clock } = await indexOf(always(list));
    await index.find(proxied);
    clock.skip(2001);
    await index.find(proxied);
    index.expire();
    await index.find(proxied);
    expect(engine.asked).toHaveLength(3);
  });

  test('lets nobody wait for a slow engine, and knows its answer later', async () => {
    let answer: () => void = () => undefined;
    const { index, engine, clock } = await indexOf(
      (_, response) => {
        answer = () => response.end(list);
      },
      { patienceMs: 20 },
    );
    expect(await index.find(proxied)).toEqual({ container: null, isFinal: false });
    expect(await index.find(proxied)).toEqual({ container: null, isFinal: false });
    expect(clock.after).toHaveBeenCalledTimes(1);
    expect(engine.asked).toHaveLength(1);
    answer();
    let late = await index.find(proxied);
    while (!late.isFinal) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      late = await index.find(proxied);
    }
    expect(late.container?.name).toBe('shop-web-1');
    expect(engine.asked).toHaveLength(1);
  });

  test('goes on to the next engine where one is absent, and leaves the absent one alone for a while', async () => {
    const docker = await listenAsEngine(always('[]'));
    const podman = await listenAsEngine(always(list));
    const endpoints = [absent, docker.endpoint, podman.endpoint];
    const { index, log, clock } = await indexOf(always('[]'), { endpoints });
    expect((await index.find(proxied)).container?.endpoint).toEqual(podman.endpoint);
    expect(docker.asked).toHaveLength(1);
    expect(log.lines).toEqual([]);
    expect(index.problems()).toEqual([]);
    clock.skip(2001);
    await index.find(proxied);
    expect(docker.asked).toHaveLength(2);
  });

  test('leaves an engine alone for a while that sends nonsense, and logs it once', async () => {
    const { index, engine, log, clock } = await indexOf(always('nonsense'));
    expect(await index.find(proxied)).toEqual({ container: null, isFinal: true });
    clock.skip(2001);
    await index.find(proxied);
    expect(engine.asked).toHaveLength(1);
    clock.skip(10_000);
    await index.find(proxied);
    expect(engine.asked).toHaveLength(2);
    expect(log.lines).toHaveLength(1);
    expect(index.problems()).toHaveLength(1);
  });

  test('tells a container once that is reached over two paths', async () => {
    const one = await listenAsEngine(always(list));
    const other = await listenAsEngine(always(list));
    const { index } = await indexOf(always('[]'), { endpoints: [one.endpoint, other.endpoint] });
    expect((await index.find(proxied)).container?.endpoint).toEqual(one.endpoint);
  });

  test('looks into each Podman container once for the ports that its list leaves out', async () => {
    const ports = {
      '80/tcp': [{ HostIp: '', HostPort: '8080' }],
      '81/tcp': [{ HostIp: '', HostPort: '8081' }],
    };
    const inspection = JSON.stringify({ State: { Running: true }, NetworkSettings: { Ports: ports } });
    const { index, engine, clock } = await indexOf((request, response) => {
      response.setHeader('server', 'Libpod/5.2.2 (linux)');
      response.end(request.url === '/containers/json' ? list : inspection);
    });
    expect((await index.find({ ...proxied, port: 8081 })).container?.name).toBe('shop-web-1');
    clock.skip(2001);
    await index.find({ ...proxied, port: 8081 });
    expect(engine.asked).toEqual([
      'GET /containers/json',
      `GET /containers/${webId}/json`,
      'GET /containers/json',
    ]);
  });

  test('names a container no longer that has ended', async () => {
    let body = list;
    const { index, clock } = await indexOf((_, response) => response.end(body));
    await index.find(proxied);
    body = '[]';
    clock.skip(2001);
    expect((await index.find(proxied)).container).toBeNull();
  });
});
