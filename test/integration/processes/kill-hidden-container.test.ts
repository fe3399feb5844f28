import { describe, expect, test } from 'vitest';
import { createContainerView } from '../../../electron/core/container-view.ts';
import { createContainers } from '../../../electron/core/containers/create-containers.ts';
import { systemClock } from '../../../electron/core/lib/clock.ts';
import type { PortView } from '../../../electron/core/processes/port-view.ts';
import { stopSupervisor } from '../../../electron/core/processes/stop-supervisor.ts';
import { killRequestSchema } from '../../../shared/contract/kill.ts';
import type { Snapshot } from '../../../shared/contract/snapshot.ts';
import { aListener } from '../../fakes/rows.ts';
import { SilentLog } from '../../fakes/silent-log.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import {
  canListen,
  isAlive,
  kill,
  killDependencies,
  plan,
  type RealDependencies,
  realPorts,
} from '../../helpers/linux-kill.ts';
import { listenAsEngine, type Replay } from '../../helpers/listen-as-engine.ts';
import { startProgram } from '../../helpers/start-program.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const id = 'c'.repeat(64);

/** Docker's proxy runs as root: to everybody else the port is held by somebody who may not be seen. */
const hidingPorts: PortView = {
  ...realPorts,
  async holders(port, protocol) {
    const found = await realPorts.holders(port, protocol);
    return found.map(() => ({ hidden: true, user: 'root' }));
  },
};

interface EngineState {
  readonly port: number;
  readonly onStop?: () => void;
  readonly stopStatus?: number;
}

function engineWith({ port, onStop, stopStatus = 204 }: EngineState): Replay {
  let isRunning = true;
  return (request, response) => {
    if (request.method === 'POST') {
      if (stopStatus === 204) isRunning = false;
      onStop?.();
      response.writeHead(stopStatus).end('{"message":"not permitted by policy"}');
      return;
    }
    if (request.url === '/containers/json') {
      const published = [{ IP: '127.0.0.1', PrivatePort: 80, PublicPort: port, Type: 'tcp' }];
      const container = { Id: id, Names: ['/shop-web-1'], Image: 'nginx:1', Ports: published };
      response.end(JSON.stringify([container]));
      return;
    }
    response.end(
      JSON.stringify({ State: { Running: isRunning }, HostConfig: { RestartPolicy: { Name: 'no' } } }),
    );
  };
}

/** A real listener that stands for the hidden proxy, and a real engine that publishes its port. */
async function machine(state: Omit<EngineState, 'port'> & { readonly endsProxy?: boolean } = {}) {
  const proxy = await startProgram('listen.mjs');
  const { port } = proxy.told;
  const onStop = () => {
    state.onStop?.();
    if (state.endsProxy !== false) process.kill(proxy.pid, 'SIGKILL');
  };
  const engine = await listenAsEngine(engineWith({ ...state, port, onStop }));
  const containers = createContainers({
    platform: 'linux',
    env: { DOCKER_HOST: `unix://${engine.path}`, XDG_RUNTIME_DIR: await temporaryFolder() },
    home: await temporaryFolder(),
    uid: 1000,
    clock: systemClock,
    log: new SilentLog(),
  });
  const snapshot = (): Snapshot => ({
    sequence: 1,
    scannedAt: '2026-01-02T03:04:05.670Z',
    source: { name: 'proc', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null },
    listeners: [{ ...aListener(port, []), ownersHidden: true }],
    processes: [],
  });
  const view = createContainerView(containers, snapshot);
  const changes: Partial<RealDependencies> = { ...view, ports: hidingPorts, privileged: false };
  const target = { port, protocol: 'tcp' as const, owners: [], container: id };
  return { changes, engine, proxy, port, request: { targets: [target], force: false } };
}

describe.skipIf(!isLinux)('a container whose proxy may not be seen', () => {
  test('is planned as a container to stop', async () => {
    const { changes, request, engine } = await machine();
    const { targets, needsConsent } = await plan(request, changes);
    expect(targets).toMatchObject([
      {
        verdict: 'stop-instead',
        processes: [],
        supervisor: { name: 'container shop-web-1 (nginx:1)', command: ['docker', 'stop', 'shop-web-1'] },
        elevation: null,
      },
    ]);
    expect(needsConsent).toBe(true);
    expect(engine.asked.filter((asked) => asked.startsWith('POST'))).toEqual([]);
  });

  test('is stopped over the socket of its engine, and the port is free', async () => {
    const { changes, request, engine, port } = await machine();
    const result = await kill(request, changes);
    expect(result).toMatchObject({ outcome: 'freed', processes: [], supervisorCommand: null });
    expect(result.message).toBe(`Port ${port} is free. Container shop-web-1 is stopped.`);
    expect(engine.asked).toContain(`POST /containers/${id}/stop`);
    expect(await canListen(port)).toBe(true);
  });

  test('gets no time when it is forced', async () => {
    const { changes, request, engine } = await machine();
    await kill({ ...request, force: true }, changes);
    expect(engine.asked).toContain(`POST /containers/${id}/stop?t=0`);
  });

  test('is stopped by the command that its plan shows, too', async () => {
    const { changes, request, port } = await machine();
    const [target] = request.targets;
    if (!target) throw new Error('one target');
    const command = ['docker', 'stop', 'shop-web-1'];
    const outcome = await stopSupervisor({ target, command }, killDependencies(changes));
    expect(outcome).toMatchObject({ ok: true, value: { freed: true } });
    expect(await canListen(port)).toBe(true);
  });

  test('is left alone when another one was chosen', async () => {
    const { changes, request, engine, proxy } = await machine();
    const targets = request.targets.map((target) => ({ ...target, container: 'd'.repeat(64) }));
    const result = await kill({ ...request, targets }, changes);
    expect(result).toMatchObject({ outcome: 'refused', signals: [] });
    expect(result.message).toContain('which is not what you chose');
    expect(engine.asked.filter((asked) => asked.startsWith('POST'))).toEqual([]);
    expect(isAlive(proxy.pid)).toBe(true);
  });

  test('survives where the engine does not stop it, in the words of the engine', async () => {
    const { changes, request, port } = await machine({ stopStatus: 500, endsProxy: false });
    const result = await kill(request, changes);
    expect(result).toMatchObject({
      outcome: 'survived',
      supervisorCommand: ['docker', 'stop', 'shop-web-1'],
    });
    expect(result.message).toContain('not permitted by policy');
    expect(await canListen(port)).toBe(false);
  });

  test('is denied where this user may not ask for that', async () => {
    const { changes, request } = await machine({ stopStatus: 403, endsProxy: false });
    expect(await kill(request, changes)).toMatchObject({ outcome: 'denied' });
  });

  test('is nothing that is known where no engine publishes the port', async () => {
    const { changes, request } = await machine();
    const { containerBehind: _, ...without } = changes;
    expect((await plan(request, without)).targets).toMatchObject([{ verdict: 'hidden' }]);
    expect(await kill(request, without)).toMatchObject({ outcome: 'denied', signals: [] });
  });
});

test('a target names an owner or a container', () => {
  const target = { port: 80, protocol: 'tcp', owners: [] };
  const request = (one: object) => killRequestSchema.safeParse({ targets: [one], force: false }).success;
  expect(request(target)).toBe(false);
  expect(request({ ...target, container: '' })).toBe(false);
  expect(request({ ...target, container: id })).toBe(true);
});
