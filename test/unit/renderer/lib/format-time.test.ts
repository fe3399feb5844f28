import { expect, test } from 'vitest';
import {
  formatAge,
  formatAgo,
  formatDuration,
  formatMoment,
  formatUpTime,
} from '../../../../renderer/lib/format-time.ts';

const minute = 60_000;
const hour = 60 * minute;

test.each([
  [-5000, '<1m'],
  [59_999, '<1m'],
  [minute, '1m'],
  [51 * minute, '51m'],
  [2.9 * hour, '2h'],
  [6.5 * 24 * hour, '6d'],
])('%d ms up is %s', (elapsed, text) => expect(formatUpTime(elapsed)).toBe(text));

test.each([
  [0, 'just now'],
  [30_000, 'less than a minute ago'],
  [minute, '1 minute ago'],
  [51 * minute, '51 minutes ago'],
  [25 * hour, '1 day ago'],
])('%d ms since is %s', (elapsed, text) => expect(formatAgo(elapsed)).toBe(text));

test.each([
  [-20, '0 s'],
  [12_900, '12 s'],
  [3 * minute, '3 min'],
  [2 * hour, '2 h'],
])('an age of %d ms is %s', (elapsed, text) => expect(formatAge(elapsed)).toBe(text));

test.each([
  [0.417, '0.42 ms'],
  [2.13, '2.1 ms'],
  [38.4, '38 ms'],
])('%d ms of scanning is %s', (duration, text) => expect(formatDuration(duration)).toBe(text));

test('a moment that is none is shown as it came', () => {
  expect(formatMoment('soon')).toBe('soon');
});
