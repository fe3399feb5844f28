import { beforeEach, expect, test } from 'vitest';
import { RateLimit } from '../../../../../electron/desktop/tray/rate-limit.ts';
import { StillClock } from '../../../../fakes/still-clock.ts';

let clock: StillClock;
let runs: number;
let limit: RateLimit;

beforeEach(() => {
  clock = new StillClock();
  runs = 0;
  limit = new RateLimit(clock, 1000, () => {
    runs += 1;
  });
});

test('the first wish is granted at once', () => {
  limit.wish();
  expect(runs).toBe(1);
});

test('many wishes within the gap are one run at its end', async () => {
  limit.wish();
  for (let at = 0; at < 50; at += 1) limit.wish();
  expect(runs).toBe(1);
  await clock.advance(1000);
  expect(runs).toBe(2);
  await clock.advance(10_000);
  expect(runs).toBe(2);
});

test('nothing runs after it was stopped', async () => {
  limit.wish();
  limit.wish();
  limit.stop();
  await clock.advance(5000);
  expect(runs).toBe(1);
});
