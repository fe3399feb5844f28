import { expect, test } from 'vitest';
import { createFolderActions, type PortActions } from '../../../../electron/core/folder-actions.ts';
import type { KillTarget } from '../../../../shared/contract/kill.ts';
import { fail, succeed } from '../../../../shared/rpc/failure.ts';
import { aFolder } from '../../../fakes/a-folder.ts';
import { StillClock } from '../../../fakes/still-clock.ts';

const folder = aFolder('site', { id: 'one', pid: 7 });
const startTime = '2026-01-02T03:04:05.670Z';
const target = (port: number, pid: number): KillTarget => ({
  port,
  protocol: 'tcp',
  owners: [{ pid, startTime }],
});

function world() {
  const done: string[] = [];
  const others: PortActions = {
    kill: async ({ targets }) => {
      done.push(`kill ${targets.map(({ port }) => port).join()}`);
      return { results: targets.map(({ port }) => ({ port, outcome: 'freed' }) as never) };
    },
    restart: async ({ target: { port } }) => {
      done.push(`restart ${port}`);
      return {} as never;
    },
    undo: async ({ id }) => {
      done.push(`undo ${id}`);
      return fail('not-found', 'No.');
    },
  };
  const actions = createFolderActions({
    folders: {
      list: () => [folder],
      async stop(id) {
        done.push(`stop ${id}`);
        return succeed({ ...folder, state: 'stopped' });
      },
      async start(id) {
        done.push(`start ${id}`);
        return succeed({ outcome: 'serving', folder });
      },
    },
    ports: { holders: async () => [], listenersOf: async () => [] },
    clock: new StillClock(),
    others,
  });
  return { actions, done };
}

const { signal } = new AbortController();

test('a folder is stopped, other ports are killed, and each result stands where it was asked for', async () => {
  const { actions, done } = world();
  const targets = [target(3000, 1), target(62_893, 7), target(4000, 2)];
  const { results } = await actions.kill({ targets, force: false }, signal);
  expect(done).toEqual(['kill 3000,4000', 'stop one']);
  expect(results.map(({ port, outcome }) => [port, outcome])).toEqual([
    [3000, 'freed'],
    [62_893, 'freed'],
    [4000, 'freed'],
  ]);
});

test('the same port held by somebody else is not the folder', async () => {
  const { actions, done } = world();
  await actions.kill({ targets: [target(62_893, 8)], force: false }, signal);
  expect(done).toEqual(['kill 62893']);
});

test('what was stopped is started again by its undo', async () => {
  const { actions, done } = world();
  const { results } = await actions.kill({ targets: [target(62_893, 7)], force: false }, signal);
  const undone = await actions.undo({ id: results[0]?.undo?.id ?? '' });
  expect(done).toEqual(['stop one', 'start one']);
  expect(undone).toMatchObject({ ok: true, value: [{ port: 62_893, outcome: 'back' }] });
});

test('a restart stops and starts it; everybody else restarts as ever', async () => {
  const { actions, done } = world();
  expect(await actions.restart({ target: target(62_893, 7) }, signal)).toMatchObject({ outcome: 'back' });
  await actions.restart({ target: target(3000, 1) }, signal);
  await actions.undo({ id: 'other' });
  expect(done).toEqual(['stop one', 'start one', 'restart 3000', 'undo other']);
});
