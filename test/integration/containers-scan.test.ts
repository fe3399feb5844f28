import { beforeEach, describe, expect, test } from 'vitest';
import { ContainerIndex } from '../../electron/core/containers/container-index.ts';
import { systemClock } from '../../electron/core/lib/clock.ts';
import { PortScanner } from '../../electron/core/monitor/port-scanner.ts';
import type { ScanDelta } from '../../electron/core/monitor/scan-report.ts';
import type { ListeningSocket, SocketChanges } from '../../electron/core/ports/port-source.ts';
import type { ProcessFacts, ProcessReader } from '../../electron/core/processes/process-reader.ts';
import { ProcessTable } from '../../electron/core/processes/process-table.ts';
import { facts } from '../fakes/process-facts.ts';
import { type ListeningEngine, listenAsEngine } from '../helpers/listen-as-engine.ts';

interface Published {
  readonly name: string;
  readonly ports: readonly number[];
}

function idOf(name: string): string {
  return Buffer.from(name).toString('hex').padEnd(64, '0');
}

function listOf(...containers: readonly Published[]): string {
  return JSON.stringify(
    containers.map(({ name, ports }) => ({
      Id: idOf(name),
      Names: [`/${name}`],
      Image: 'nginx',
      Ports: ports.map((port) => ({ IP: '0.0.0.0', PrivatePort: 80, PublicPort: port, Type: 'tcp' })),
    })),
  );
}

/** Every process has the name that is told for its pid. */
function readerOf(names: ReadonlyMap<number, string>): ProcessReader {
  const described = (pid: number): ProcessFacts => {
    const name = names.get(pid) ?? 'node';
    return facts({ pid, name, command: [name], cwd: null });
  };
  return {
    identify: async (pids) => new Map(pids.map((pid) => [pid, described(pid)])),
    describe: async (identities) => new Map(identities.map(({ pid }) => [pid, described(pid)])),
    ancestors: async () => [],
    userName: () => 'root',
  };
}

function socket(port: number, pid: number | null): ListeningSocket {
  return {
    key: `${port}`,
    protocol: 'tcp',
    family: 4,
    address: '0.0.0.0',
    port,
    uid: 0,
    owners: pid === null ? [] : [{ pid, startTime: null, name: null }],
    ownersHidden: pid === null,
  };
}

let engine: ListeningEngine;
let listed: string | null;
let scanner: PortScanner;
let next: SocketChanges;
let ahead: number;
let ids: Map<number, string>;

describe.skipIf(process.platform === 'win32')('a scan', () => {
  beforeEach(async () => {
    engine = await listenAsEngine((_, response) => {
      if (listed !== null) response.end(listed);
    });
    ahead = 0;
    listed = '[]';
    ids = new Map();
    const clock = { ...systemClock, elapsed: () => systemClock.elapsed() + ahead };
    const names = new Map([
      [10, 'docker-proxy'],
      [20, 'com.docker.backend'],
    ]);
    const reader = readerOf(names);
    const index = new ContainerIndex({
      endpoints: async () => [engine.endpoint],
      clock,
      log: null,
      patienceMs: 300,
    });
    scanner = new PortScanner({
      openSource: async () => ({
        source: { name: 'proc', scan: async () => next, close() {} },
        fallbackReason: null,
      }),
      reader,
      processes: new ProcessTable({ platform: 'linux', reader, projects: { find: async () => null } }),
      containers: {
        containerIdOf: (pid) => ids.get(pid) ?? null,
        mayBelong: (question) => index.mayBelong(question),
        find: (question) => index.find(question),
        problems: () => index.problems(),
      },
      clock,
      patienceMs: 1000,
    });
    await scan({});
  });

  async function scan(changes: Partial<SocketChanges>): Promise<ScanDelta | null> {
    next = { changed: [], removed: [], ...changes };
    return (await scanner.scan()).delta;
  }

  test('names the container behind a proxy, on the port and on the process', async () => {
    listed = listOf({ name: 'web', ports: [8080] });
    const delta = await scan({ changed: [socket(8080, 10)] });
    expect(delta?.listeners).toMatchObject([{ port: 8080, container: { name: 'web' } }]);
    expect(delta?.processes).toMatchObject([{ name: 'docker-proxy', container: { name: 'web' } }]);
  });

  test('asks no engine while no port can belong to a container', async () => {
    const delta = await scan({ changed: [socket(3000, 5)] });
    expect(delta?.listeners).toMatchObject([{ container: null }]);
    ahead += 100_000;
    expect(await scan({})).toBeNull();
    expect(engine.asked).toEqual([]);
  });

  test('names the container of a port whose holder may not be seen', async () => {
    listed = listOf({ name: 'web', ports: [8080] });
    const delta = await scan({ changed: [socket(8080, null)] });
    expect(delta?.listeners).toMatchObject([{ owners: [], container: { name: 'web' } }]);
  });

  test('names the container of a process that runs in one', async () => {
    listed = listOf({ name: 'web', ports: [] });
    ids.set(5, idOf('web'));
    const delta = await scan({ changed: [socket(3000, 5)] });
    expect(delta?.processes).toMatchObject([{ name: 'node', container: { name: 'web' } }]);
  });

  test('names each port of a proxy of many, but not the proxy', async () => {
    listed = listOf({ name: 'api', ports: [8080] }, { name: 'db', ports: [5432] });
    const both = await scan({ changed: [socket(8080, 20), socket(5432, 20)] });
    expect(both?.listeners.map(({ container }) => container?.name)).toEqual(['api', 'db']);
    expect(both?.processes).toMatchObject([{ container: null }]);
  });

  test('names a proxy no more once it holds the port of another container too', async () => {
    listed = listOf({ name: 'api', ports: [8080] }, { name: 'db', ports: [5432] });
    expect((await scan({ changed: [socket(8080, 20)] }))?.processes).toMatchObject([
      { container: { name: 'api' } },
    ]);
    expect((await scan({ changed: [socket(5432, 20)] }))?.processes).toMatchObject([{ container: null }]);
    expect((await scan({ removed: ['5432'] }))?.processes).toMatchObject([{ container: { name: 'api' } }]);
  });

  test('finds a container later that its engine did not tell of at first', async () => {
    await scan({ changed: [socket(8080, 10)] });
    expect(await scan({})).toBeNull();
    listed = listOf({ name: 'web', ports: [8080] });
    ahead += 2500;
    const delta = await scan({});
    expect(delta?.listeners).toMatchObject([{ container: { name: 'web' } }]);
    expect(delta?.processes).toMatchObject([{ container: { name: 'web' } }]);
  });

  test('says why a container has no name, only while one may be there', async () => {
    listed = 'nonsense';
    await scan({ changed: [socket(8080, 10)] });
    const { source } = await scanner.scan();
    expect(source.containerProblems).toEqual([expect.stringContaining('sent no list of containers')]);
    next = { changed: [], removed: ['8080'] };
    await scanner.scan();
    expect((await scanner.scan()).source).not.toHaveProperty('containerProblems');
  });

  test('says nothing of an engine that answers', async () => {
    listed = listOf({ name: 'web', ports: [8080] });
    await scan({ changed: [socket(8080, 10), socket(9090, null)] });
    expect((await scanner.scan()).source).not.toHaveProperty('containerProblems');
  });

  test('goes on without a slow engine and takes its answer later', async () => {
    listed = null;
    const delta = await scan({ changed: [socket(8080, 10)] });
    expect(delta?.listeners).toMatchObject([{ port: 8080, container: null }]);
    expect(engine.asked).toHaveLength(1);
  });

  test('sees that another container has taken the place of one', async () => {
    listed = listOf({ name: 'api', ports: [8080] });
    await scan({ changed: [socket(8080, 20)] });
    listed = listOf({ name: 'db', ports: [8080] });
    ahead += 16_000;
    expect((await scan({}))?.processes).toMatchObject([{ container: { name: 'db' } }]);
  });
});
