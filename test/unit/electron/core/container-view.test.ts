import { expect, test } from 'vitest';
import { createContainerView } from '../../../../electron/core/container-view.ts';
import type { ContainerAnswer } from '../../../../electron/core/containers/container-index.ts';
import type { EngineContainer } from '../../../../electron/core/containers/engine-container.ts';
import type { StopOutcome } from '../../../../electron/core/containers/stop-container.ts';
import type { Snapshot } from '../../../../shared/contract/snapshot.ts';
import { aListener, aProcess } from '../../../fakes/rows.ts';

const proxy = aProcess(10, { name: 'docker-proxy' });
const node = aProcess(11);
const holder = { pid: proxy.pid, startTime: Date.parse(proxy.startTime) };
const container = { id: 'c0ffee', name: 'shop-db-1' } as EngineContainer;
const command = ['docker', 'stop', 'shop-db-1'];

const snapshot = (): Snapshot => ({
  sequence: 1,
  scannedAt: '2026-01-02T03:04:05.670Z',
  source: { name: 'proc', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null },
  listeners: [
    aListener(5432, [proxy]),
    aListener(3000, [node]),
    { ...aListener(6379, []), ownersHidden: true },
  ],
  processes: [proxy, node],
});

function view(answers: readonly ContainerAnswer[], outcome: StopOutcome = 'stopped') {
  const stopped: string[] = [];
  const asked: number[] = [];
  const made = createContainerView(
    {
      containerIdOf: () => null,
      async find({ port }) {
        asked.push(port);
        return answers[asked.length - 1] ?? { container: null, isFinal: true };
      },
      supervisorOf: async ({ name }) => ({ name: `container ${name} (restart policy always)`, command }),
      async stop({ name }) {
        stopped.push(name);
        return { outcome, waitedMs: 1, command, message: `${name}: ${outcome}` };
      },
    },
    snapshot,
  );
  return { ...made, asked, stopped };
}

test('names the container behind a port of the holder, with its own way to stop', async () => {
  const { containerOf, asked } = view([{ container, isFinal: true }]);
  expect(await containerOf(holder)).toEqual({
    id: 'c0ffee',
    name: 'shop-db-1 (restart policy always)',
    stopCommand: command,
  });
  expect(asked).toEqual([5432]);
});

test('asks again while an engine has not answered', async () => {
  const late = { container: null, isFinal: false };
  const { containerOf, asked } = view([late, late, { container, isFinal: true }]);
  expect(await containerOf(holder)).not.toBeNull();
  expect(asked).toHaveLength(3);
});

test('knows nothing of a process that is not in the list', async () => {
  const { containerOf } = view([{ container, isFinal: true }]);
  expect(await containerOf({ ...holder, startTime: 1 })).toBeNull();
});

test('stops the container whose command was shown, and nothing for another command', async () => {
  const { containerOf, stopContainer, stopped } = view([{ container, isFinal: true }]);
  expect(await stopContainer(command, undefined)).toBeNull();
  await containerOf(holder);
  expect(await stopContainer(['docker', 'stop', 'other'], undefined)).toBeNull();
  expect(await stopContainer(command, undefined)).toEqual({
    outcome: 'stopped',
    message: 'shop-db-1: stopped',
  });
  expect(stopped).toEqual(['shop-db-1']);
});

test('names the container behind a port whose holder may not be seen', async () => {
  const { containerBehind, asked } = view([{ container, isFinal: true }]);
  expect(await containerBehind({ port: 6379, protocol: 'tcp' })).toMatchObject({ id: 'c0ffee' });
  expect(asked).toEqual([6379]);
});

test.each([
  { port: 5432, protocol: 'tcp' } as const,
  { port: 6379, protocol: 'udp' } as const,
  { port: 80, protocol: 'tcp' } as const,
])('asks about no port whose holder can be seen, or that nobody holds: %o', async (port) => {
  const { containerBehind, asked } = view([{ container, isFinal: true }]);
  expect(await containerBehind(port)).toBeNull();
  expect(asked).toEqual([]);
});

test('says when the engine did not stop it', async () => {
  const { containerOf, stopContainer } = view([{ container, isFinal: true }], 'denied');
  await containerOf(holder);
  expect(await stopContainer(command, undefined)).toMatchObject({ outcome: 'denied' });
});
