import { describe, expect, test } from 'vitest';
import { ContainerClient } from '../../electron/core/containers/container-client.ts';
import { createContainers } from '../../electron/core/containers/create-containers.ts';
import type { EngineContainer } from '../../electron/core/containers/engine-container.ts';
import { stopCommand } from '../../electron/core/containers/stop-command.ts';
import { stopContainer } from '../../electron/core/containers/stop-container.ts';
import { systemClock } from '../../electron/core/lib/clock.ts';
import { SilentLog } from '../fakes/silent-log.ts';
import { type ListeningEngine, listenAsEngine, type Replay } from '../helpers/listen-as-engine.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const id = 'c'.repeat(64);

function containerOf(engine: Pick<ListeningEngine, 'endpoint'>): EngineContainer {
  return {
    id,
    name: 'shop-db-1',
    image: 'postgres:17',
    composeProject: 'shop',
    composeService: 'db',
    published: [],
    engine: 'docker',
    endpoint: engine.endpoint,
  };
}

/** An engine with one container that can be stopped, and comes back or goes as told. */
function engineWith(state: {
  isRunning: boolean;
  policy?: string;
  onStop?: () => void;
  stopStatus?: number;
}): Replay {
  return (request, response) => {
    if (request.method === 'POST') {
      state.isRunning = false;
      state.onStop?.();
      response.writeHead(state.stopStatus ?? 204).end();
      return;
    }
    if (request.url === '/containers/json') {
      response.end(JSON.stringify([{ Id: id, Names: ['/shop-db-1'], Image: 'postgres:17', Ports: [] }]));
      return;
    }
    const policy = { Name: state.policy ?? 'no' };
    response.end(
      JSON.stringify({ State: { Running: state.isRunning }, HostConfig: { RestartPolicy: policy } }),
    );
  };
}

async function stop(replay: Replay, force = false) {
  const engine = await listenAsEngine(replay);
  const client = new ContainerClient(engine.endpoint, { timeoutMs: 1000 });
  const result = await stopContainer(containerOf(engine), { client, clock: systemClock, force });
  return { ...result, asked: engine.asked };
}

describe.skipIf(process.platform === 'win32')('stopping a container', () => {
  test('says that it is stopped when it has been seen stopped', async () => {
    const result = await stop(engineWith({ isRunning: true }));
    expect(result).toMatchObject({
      outcome: 'stopped',
      message: 'Container shop-db-1 is stopped.',
      command: ['docker', 'stop', 'shop-db-1'],
      asked: [`GET /containers/${id}/json`, `POST /containers/${id}/stop`, `GET /containers/${id}/json`],
    });
  });

  test('gives it no time when it is forced', async () => {
    const { asked } = await stop(engineWith({ isRunning: true }), true);
    expect(asked).toContain(`POST /containers/${id}/stop?t=0`);
  });

  test('does not send anything to one that runs no more', async () => {
    const result = await stop(engineWith({ isRunning: false }));
    expect(result.outcome).toBe('not-running');
    expect(result.asked).toHaveLength(1);
  });

  test('says that it runs again, and what its policy is', async () => {
    const state: Parameters<typeof engineWith>[0] = { isRunning: true, policy: 'always' };
    state.onStop = () => {
      state.isRunning = true;
    };
    const { outcome, message } = await stop(engineWith(state));
    expect(outcome).toBe('started-again');
    expect(message).toBe(
      'Container shop-db-1 was stopped and is running again. Its restart policy is always.',
    );
  });

  test('counts one as stopped that is gone after its end', async () => {
    let isGone = false;
    const replay: Replay = (request, response) => {
      if (request.method === 'POST') isGone = true;
      if (request.method === 'GET' && isGone) response.writeHead(404).end('{"message":"No such container"}');
      else response.writeHead(request.method === 'POST' ? 204 : 200).end('{"State":{"Running":true}}');
    };
    expect((await stop(replay)).outcome).toBe('stopped');
  });

  test('passes on that the engine did not stop it', async () => {
    const replay: Replay = (request, response) => {
      if (request.method === 'POST') response.writeHead(500).end('{"message":"permission denied"}');
      else response.end('{"State":{"Running":true}}');
    };
    const { outcome, message } = await stop(replay);
    expect(outcome).toBe('failed');
    expect(message).toBe('Container shop-db-1 was not stopped. permission denied');
  });

  test('does not claim anything when the engine dies in the middle', async () => {
    const replay: Replay = (request, response) => {
      if (request.method === 'POST') request.socket.destroy();
      else response.end('{"State":{"Running":true}}');
    };
    expect((await stop(replay)).outcome).toBe('unknown');
  });

  test('says when there is no engine any more', async () => {
    const endpoint = {
      kind: 'socket',
      path: `${await temporaryFolder()}/none.sock`,
      isDefault: true,
    } as const;
    const options = { client: new ContainerClient(endpoint), clock: systemClock, force: false };
    expect((await stopContainer(containerOf({ endpoint }), options)).outcome).toBe('failed');
  });
});

describe.skipIf(process.platform === 'win32')('containers of this machine', () => {
  async function containersWith(replay: Replay) {
    const engine = await listenAsEngine(replay);
    const env = { DOCKER_HOST: `unix://${engine.path}`, XDG_RUNTIME_DIR: await temporaryFolder() };
    const home = await temporaryFolder();
    const parts = {
      platform: 'linux',
      env,
      home,
      uid: 1000,
      clock: systemClock,
      log: new SilentLog(),
    } as const;
    const containers = createContainers(parts);
    const owners = [{ name: 'postgres', command: ['postgres'] }];
    const place = { protocol: 'tcp', address: '127.0.0.1', port: 5432 } as const;
    const find = () => containers.find({ ...place, owners, ownersHidden: false, containerId: id });
    return { containers, engine, find };
  }

  test('names the policy that starts a container again, and what to type', async () => {
    const { containers, find } = await containersWith(engineWith({ isRunning: true, policy: 'always' }));
    const { container } = await find();
    expect(container && (await containers.supervisorOf(container))).toEqual({
      name: 'container shop-db-1 (restart policy always)',
      command: ['docker', 'stop', 'shop-db-1'],
    });
  });

  test('names the image where nothing starts it again', async () => {
    const { containers, find } = await containersWith(engineWith({ isRunning: true }));
    const { container } = await find();
    expect(container && (await containers.supervisorOf(container))).toMatchObject({
      name: 'container shop-db-1 (postgres:17)',
    });
  });

  test('asks anew after it has stopped one', async () => {
    const { containers, engine, find } = await containersWith(engineWith({ isRunning: true }));
    const { container } = await find();
    if (!container) throw new Error('no container');
    expect((await containers.stop(container, false)).outcome).toBe('stopped');
    await find();
    expect(engine.asked.filter((asked) => asked === 'GET /containers/json')).toHaveLength(2);
  });
});

test('says which engine where its tool would ask another', () => {
  const elsewhere = { kind: 'socket', path: '/run/podman/podman.sock', isDefault: false } as const;
  const container = containerOf({ endpoint: elsewhere });
  expect(stopCommand({ ...container, engine: 'podman' })).toEqual([
    ...['podman', '--url', 'unix:///run/podman/podman.sock', 'stop', 'shop-db-1'],
  ]);
  expect(stopCommand(container)).toEqual([
    ...['docker', '--host', 'unix:///run/podman/podman.sock', 'stop', 'shop-db-1'],
  ]);
});
