import { expect, test } from 'vitest';
import { createRateLimit } from '../../../../electron/web/rate-limit.ts';

const limits = { perSecond: 10, burst: 20, patience: 5 };

function judgeAt() {
  const clock = { ms: 0 };
  const judge = createRateLimit(limits, () => clock.ms);
  const many = (count: number) => Array.from({ length: count }, judge);
  return { clock, many };
}

test('a burst passes and what comes on top is refused', () => {
  const { many } = judgeAt();
  expect(many(20)).toEqual(Array(20).fill('pass'));
  expect(many(5)).toEqual(Array(5).fill('refuse'));
});

test('more refusals than there is patience for end the connection', () => {
  const { many } = judgeAt();
  many(25);
  expect(many(1)).toEqual(['end']);
});

test('the steady rate passes for ever', () => {
  const { clock, many } = judgeAt();
  many(20);
  for (let second = 0; second < 100; second += 1) {
    clock.ms += 1000;
    expect(many(10)).toEqual(Array(10).fill('pass'));
  }
});

test('a pause does not save up more than one burst', () => {
  const { clock, many } = judgeAt();
  clock.ms += 3_600_000;
  expect(many(21)).toEqual([...Array(20).fill('pass'), 'refuse']);
});

test('patience comes back too, but ten times slower', () => {
  const { clock, many } = judgeAt();
  many(25);
  clock.ms += 2000;
  expect(many(22)).toEqual([...Array(20).fill('pass'), 'refuse', 'refuse']);
  expect(many(1)).toEqual(['end']);
});
