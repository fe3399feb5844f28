import { beforeEach, expect, test } from 'vitest';
import { NoticeGate } from '../../../../../electron/desktop/notices/notice-gate.ts';
import { StillClock } from '../../../../fakes/still-clock.ts';

let clock: StillClock;
let shown: string[];
let gate: NoticeGate;

beforeEach(() => {
  clock = new StillClock();
  shown = [];
  gate = new NoticeGate(clock, ({ title }) => shown.push(title));
});

const notice = (port: number, title = `Port ${port} opened`) => ({
  key: `port ${port}`,
  title,
  body: '',
  listenerId: null,
});

test('a few at once are shown one by one', async () => {
  gate.offer([notice(1), notice(2), notice(3)]);
  await clock.advance(1000);
  expect(shown).toEqual(['Port 1 opened', 'Port 2 opened', 'Port 3 opened']);
});

test('many at once become one', async () => {
  gate.offer(Array.from({ length: 40 }, (_, port) => notice(port)));
  await clock.advance(1000);
  expect(shown).toEqual(['40 ports changed']);
});

test('a port that closes and opens in a moment is told as it is now', async () => {
  gate.offer([notice(1, 'closed')]);
  await clock.advance(300);
  gate.offer([notice(1, 'opened')]);
  await clock.advance(1000);
  expect(shown).toEqual(['opened']);
});

test('a port that comes and goes all the time is told every few seconds at most', async () => {
  for (let at = 0; at < 60; at += 1) {
    gate.offer([notice(1)]);
    await clock.advance(1000);
  }
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.length).toBeLessThanOrEqual(13);
});

test('nothing is shown after it was stopped', async () => {
  gate.offer([notice(1)]);
  gate.stop();
  await clock.advance(10_000);
  expect(shown).toEqual([]);
});

test('nothing to tell sets no timer', () => {
  gate.offer([]);
  expect(clock.nextIn).toBeNull();
});
