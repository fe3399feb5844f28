import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepConnected, type SessionListener } from '../../../../renderer/transport/keep-connected.ts';
import { retryDelay } from '../../../../renderer/transport/retry-delay.ts';
import { FakeBerth } from '../../../fakes/fake-berth.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function connectTo(berth: FakeBerth) {
  const log: string[] = [];
  const listener: SessionListener = {
    onWelcome: () => log.push('welcome'),
    onEvent: (name) => log.push(name),
    onRefusal: ({ code }) => log.push(code),
    onLost: (_, retryInMs) => log.push(`lost ${retryInMs}`),
    onRetry: () => log.push('retry'),
  };
  return { log, session: keepConnected(berth.open, 1, listener) };
}

/** Lets what is on its way arrive, without time passing. */
const settle = () => vi.advanceTimersByTimeAsync(0);

test('waits a quarter of a second first, then longer, and never more than five', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map(retryDelay)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
});

test('connects again by itself after growing pauses, and starts small after a welcome', async () => {
  const berth = new FakeBerth();
  const { log } = connectTo(berth);
  await settle();
  berth.goAway();
  await settle();
  await vi.advanceTimersByTimeAsync(250);
  berth.comeBack();
  await vi.advanceTimersByTimeAsync(500);
  berth.goAway();
  await settle();
  expect(log).toEqual(['welcome', 'lost 250', 'retry', 'lost 500', 'retry', 'welcome', 'lost 250']);
});

test('tries at once when asked to', async () => {
  const berth = new FakeBerth();
  const { log, session } = connectTo(berth);
  await settle();
  berth.goAway();
  await settle();
  berth.comeBack();
  session.retryNow();
  await settle();
  expect(log).toEqual(['welcome', 'lost 250', 'retry', 'welcome']);
});

test('asking twice opens one connection', async () => {
  const berth = new FakeBerth();
  const { session } = connectTo(berth);
  await settle();
  berth.goAway();
  await settle();
  berth.comeBack();
  session.retryNow();
  session.retryNow();
  await settle();
  expect(berth.connections).toBe(1);
});

test('takes a connection that says nothing for a dead one', async () => {
  const silent = () => ({
    send() {},
    onMessage() {},
    onClose(listener: (reason: string) => void) {
      closeListener = listener;
    },
    close: (reason: string) => closeListener(reason),
    onDrain() {},
    congested: false,
  });
  let closeListener: (reason: string) => void = () => {};
  const lost: string[] = [];
  const ignore = () => {};
  keepConnected(silent, 1, {
    onWelcome: ignore,
    onEvent: ignore,
    onRefusal: ignore,
    onRetry: ignore,
    onLost: (reason) => lost.push(reason),
  });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(lost).toEqual(['Berth did not answer in time.']);
});

test('does not try again when the versions do not fit', async () => {
  const { log } = connectTo(new FakeBerth({ protocol: 99 }));
  await settle();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(log).toEqual(['version-mismatch']);
});

test('a call without a connection fails as a value', async () => {
  const berth = new FakeBerth();
  const { session } = connectTo(berth);
  await settle();
  berth.goAway();
  await settle();
  expect(await session.call('ports.refresh', {})).toMatchObject({
    ok: false,
    failure: { code: 'disconnected' },
  });
});
