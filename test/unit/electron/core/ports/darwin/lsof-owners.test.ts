import { expect, test } from 'vitest';
import type { Clock } from '../../../../../../electron/core/lib/clock.ts';
import { LsofOwners } from '../../../../../../electron/core/ports/darwin/lsof-owners.ts';
import type { KeyedRow } from '../../../../../../electron/core/ports/darwin/merge-owners.ts';
import type { LsofSocket } from '../../../../../../electron/core/ports/darwin/parse-lsof.ts';

const place = { protocol: 'tcp', family: 4, address: '127.0.0.1', port: 3000 } as const;
const row = (fields: Partial<KeyedRow>): KeyedRow => ({
  ...place,
  pid: null,
  name: null,
  generation: null,
  key: 'tcp4:127.0.0.1:3000:',
  ...fields,
});
const held = (pid: number, port = 3000): LsofSocket => ({
  ...place,
  pid,
  port,
  name: 'node',
  uid: 501,
  device: null,
});

/** A clock that stands still until it is moved, and an lsof that counts how often it was asked. */
function setUp(answer: readonly LsofSocket[] | Error) {
  const state = { elapsed: 0, asked: 0, answer };
  const clock: Clock = { now: () => 0, elapsed: () => state.elapsed, after: () => () => undefined };
  const ask = async () => {
    state.asked += 1;
    if (state.answer instanceof Error) throw state.answer;
    return state.answer;
  };
  return { state, owners: new LsofOwners(ask, clock) };
}

test('a socket without a pid gets its owner', async () => {
  const { owners } = setUp([held(10)]);
  await owners.refresh([row({})]);
  expect(owners.lookUp(row({}))?.owners).toEqual([{ pid: 10, startTime: null, name: 'node' }]);
});

test('asks once, then not before a minute has passed', async () => {
  const { owners, state } = setUp([held(10)]);
  for (state.elapsed = 0; state.elapsed < 60_000; state.elapsed += 1_000)
    await owners.refresh([row({ pid: 10 })]);
  expect(state.asked).toBe(1);
  await owners.refresh([row({ pid: 10 })]);
  expect(state.asked).toBe(2);
});

test('asks sooner for a new socket without a pid, but not with every scan', async () => {
  const { owners, state } = setUp([held(10)]);
  await owners.refresh([row({ pid: 10 })]);
  const fresh = row({ key: 'tcp4:127.0.0.1:4000:', port: 4000 });
  state.elapsed = 9_000;
  await owners.refresh([fresh]);
  expect(state.asked).toBe(1);
  state.elapsed = 10_000;
  await owners.refresh([fresh]);
  expect(state.asked).toBe(2);
});

test('does not ask again and again for a socket that lsof cannot name', async () => {
  const { owners, state } = setUp([]);
  for (state.elapsed = 0; state.elapsed < 60_000; state.elapsed += 1_000) await owners.refresh([row({})]);
  expect(state.asked).toBe(1);
});

test('does not ask twice at once', async () => {
  const { owners, state } = setUp([held(10)]);
  const first = owners.refresh([row({})]);
  state.elapsed = 120_000;
  await owners.refresh([row({})]);
  await first;
  expect(state.asked).toBe(1);
});

test('forgets what it knew when another process has the socket', async () => {
  const { owners } = setUp([held(10), held(11)]);
  await owners.refresh([row({ pid: 10 })]);
  expect(owners.lookUp(row({ pid: 10 }))?.owners).toHaveLength(1);
  expect(owners.lookUp(row({ pid: 12 }))).toBeUndefined();
});

test('keeps what it knew when lsof fails, and asks again after the pause', async () => {
  const { owners, state } = setUp([held(10)]);
  await owners.refresh([row({})]);
  state.answer = new Error('lsof took longer than 5000 ms');
  state.elapsed = 60_000;
  await owners.refresh([row({})]);
  expect(owners.lookUp(row({}))?.owners).toHaveLength(1);
  state.answer = [held(12)];
  state.elapsed = 120_000;
  await owners.refresh([row({})]);
  expect(owners.lookUp(row({}))?.owners[0]?.pid).toBe(12);
});
