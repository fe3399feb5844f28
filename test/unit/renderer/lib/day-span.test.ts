import { expect, test } from 'vitest';
import { describeSpan, placeIn } from '../../../../renderer/lib/day-span.ts';
import { formatLength } from '../../../../renderer/lib/format-time.ts';

const hour = 3_600_000;

test.each([
  [{ from: 0, to: 5 * hour }, '0%', '50%'],
  [{ from: 5 * hour, to: null }, '50%', '50%'],
  [{ from: -3 * hour, to: hour }, '0%', '10%'],
  [{ from: -3 * hour, to: -hour }, '0%', '0%'],
  [{ from: 9 * hour, to: 20 * hour }, '90%', '10%'],
])('%j lies at %s and is %s wide', (stretch, left, width) => {
  expect(placeIn(stretch, 0, 10 * hour)).toEqual({ left, width });
});

test('says who, when, how long and how it ended', () => {
  const text = describeSpan({ from: 0, to: 18 * 60_000 }, 'python3 60311', 'killed by Berth');
  expect(text).toMatch(/^python3 60311, .+ to .+, 18 min, killed by Berth$/);
});

test('says since when what still lasts', () => {
  expect(describeSpan({ from: 0, to: null }, 'node 1', null)).toMatch(/^node 1, since /);
});

test.each([
  [12_000, '12 s'],
  [185_000, '3 min'],
  [2 * hour, '2 h'],
  [2 * hour + 5 * 60_000, '2 h 5 min'],
])('%d milliseconds are %s', (length, text) => expect(formatLength(length)).toBe(text));
