import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startApp } from '../../../../renderer/start-app.ts';
import { forgetUndo, latestOffer, offerUndo, undoKill } from '../../../../renderer/store/undo-kill.ts';
import type { KillResult } from '../../../../shared/contract/kill.ts';
import type { RestartResult } from '../../../../shared/contract/restart.ts';
import { fail, succeed } from '../../../../shared/rpc/failure.ts';
import { FakeBerth, type FakeBerthOptions } from '../../../fakes/fake-berth.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const startTime = '2026-01-02T03:04:05.670Z';

function killed(port: number, name: string, id: string | null, seconds = 10): KillResult {
  return {
    port,
    outcome: 'freed',
    signals: ['SIGTERM'],
    waitedMs: 5,
    processes: [{ pid: port, startTime, name, ended: true }],
    newOwner: null,
    supervisor: null,
    supervisorCommand: null,
    undo: id === null ? null : { id, until: new Date(Date.now() + seconds * 1000).toISOString() },
    message: `Port ${port} is free.`,
  };
}

function restarted(port: number, change: Partial<RestartResult> = {}): RestartResult {
  return {
    port,
    outcome: 'back',
    process: { pid: 9, startTime, name: 'node' },
    waitedMs: 800,
    exitCode: null,
    signal: null,
    lastLines: [],
    message: `node is back on ${port}.`,
    ...change,
  };
}

async function started(undo?: NonNullable<FakeBerthOptions['handlers']>['ports.undo-kill']) {
  const { app } = startApp(new FakeBerth(undo ? { handlers: { 'ports.undo-kill': undo } } : {}).open);
  await vi.advanceTimersByTimeAsync(0);
  return { app, offer: () => app.store.getState().actions.undos.get('run') };
}

test('one offer for a kill of many, until the first of them ends', async () => {
  const { app, offer } = await started();
  const until = Date.now() + 5000;
  offerUndo(app, 'run', [killed(3000, 'node', 'a'), killed(80, 'nginx', null), killed(4000, 'node', 'b', 5)]);
  expect(offer()).toMatchObject({ ids: ['a', 'b'], until, text: 'Ended node on 3000, 4000.' });
});

test('no offer when nothing can be taken back', async () => {
  const { app, offer } = await started();
  offerUndo(app, 'run', [killed(3000, 'node', null)]);
  expect(offer()).toBeUndefined();
});

test('an offer whose time is over is not the latest', async () => {
  const { app } = await started();
  offerUndo(app, 'first', [killed(3000, 'node', 'a', 60)]);
  offerUndo(app, 'second', [killed(4000, 'node', 'b', 1)]);
  expect(latestOffer(app.store.getState())?.runId).toBe('second');
  vi.advanceTimersByTime(1000);
  expect(latestOffer(app.store.getState())?.runId).toBe('first');
});

test('is asked for once, however often it is wished', async () => {
  const asked: string[] = [];
  const { app, offer } = await started(async ({ id }) => {
    asked.push(id);
    return succeed({ results: [restarted(3000)] });
  });
  offerUndo(app, 'run', [killed(3000, 'node', 'a')]);
  await Promise.all([undoKill(app, 'run'), undoKill(app, 'run'), vi.advanceTimersByTimeAsync(0)]);
  expect(asked).toEqual(['a']);
  expect(offer()).toMatchObject({ phase: 'back', message: 'node is back on 3000.' });
});

test('says of several what came back and what did not, with the last lines', async () => {
  const { app, offer } = await started(async ({ id }) =>
    id === 'a'
      ? succeed({ results: [restarted(3000)] })
      : id === 'b'
        ? succeed({
            results: [restarted(4000, { outcome: 'exited', lastLines: ['no'], message: 'It ended.' })],
          })
        : fail('not-found', 'Too late.'),
  );
  offerUndo(app, 'run', [killed(3000, 'node', 'a'), killed(4000, 'node', 'b'), killed(5000, 'python3', 'c')]);
  expect(offer()?.text).toBe('Ended 2 programs on 3000, 4000, 5000.');
  await Promise.all([undoKill(app, 'run'), vi.advanceTimersByTimeAsync(0)]);
  expect(offer()).toMatchObject({
    phase: 'failed',
    message: '1 port back. It ended. Too late.',
    lines: ['no'],
  });
});

test('what was dismissed while it went on does not come back', async () => {
  const { app, offer } = await started(async () => succeed({ results: [restarted(3000)] }));
  offerUndo(app, 'run', [killed(3000, 'node', 'a')]);
  const done = undoKill(app, 'run');
  forgetUndo(app.store, 'run');
  await Promise.all([done, vi.advanceTimersByTimeAsync(0)]);
  expect(offer()).toBeUndefined();
});
