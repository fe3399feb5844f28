import { expect, test } from 'vitest';
import { oneCheck, oneSkip, sum, withRunner } from '../../../../build/checks/counts.mjs';

const counts = (passed: number, failed: number, skipped: number) => ({ passed, failed, skipped });

test('adds up all runners and keeps every skip', () => {
  const total = sum([counts(2, 1, 0), oneCheck(true), oneCheck(false), oneSkip('no browser')]);
  expect(total).toEqual({ ...counts(3, 2, 1), skips: ['no browser'] });
});

test('a runner that ends badly has failed, whatever it counted', () => {
  expect(withRunner(counts(5, 0, 0), false)).toEqual(counts(5, 1, 0));
});

test('a runner that ran nothing has failed', () => {
  expect(withRunner(counts(0, 0, 0), true)).toEqual(counts(0, 1, 0));
});

test('a failure that was counted is not counted twice', () => {
  expect(withRunner(counts(5, 2, 0), false)).toEqual(counts(5, 2, 0));
});
