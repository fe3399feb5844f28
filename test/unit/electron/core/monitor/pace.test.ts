import { expect, test } from 'vitest';
import { nextDelay, type PaceWish } from '../../../../../electron/core/monitor/pace.ts';

const watched: PaceWish = { attention: 'watched', intervalMs: 1000 };
const quick = { durationMs: 5, failures: 0, sinceActionMs: null };

test('scans at the wanted interval while somebody looks', () => {
  expect(nextDelay(watched, quick)).toBe(1000);
});

test('scans less often when nobody looks', () => {
  expect(nextDelay({ ...watched, attention: 'unwatched' }, quick)).toBe(5000);
});

test('does not scan while paused', () => {
  expect(nextDelay({ ...watched, attention: 'paused' }, { ...quick, sinceActionMs: 10 })).toBeNull();
});

test('scans often right after an action and then as before', () => {
  expect(nextDelay(watched, { ...quick, sinceActionMs: 100 })).toBe(250);
  expect(nextDelay(watched, { ...quick, sinceActionMs: 3000 })).toBe(1000);
});

test('never hurries an interval that is shorter than the one after an action', () => {
  expect(nextDelay({ ...watched, intervalMs: 100 }, { ...quick, sinceActionMs: 100 })).toBe(100);
});

test('rests nine times as long as a slow scan took', () => {
  expect(nextDelay(watched, { ...quick, durationMs: 800 })).toBe(7200);
});

test('waits longer with every failure, up to a minute', () => {
  const delays = [1, 2, 3, 20].map((failures) => nextDelay(watched, { ...quick, failures }));
  expect(delays).toEqual([2000, 4000, 8000, 60_000]);
});
