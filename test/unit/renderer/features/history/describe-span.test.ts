import { expect, test } from 'vitest';
import {
  describeEnd,
  describeLength,
  describeTimes,
  nameDay,
} from '../../../../../renderer/features/history/describe-span.ts';
import { aSpan } from '../../../../fakes/an-answer.ts';

test('says in words how it ended', () => {
  expect(describeEnd(aSpan(1, 10, null))).toBe('holds it now');
  expect(describeEnd(aSpan(1, 10, 1, { ended: 'killed' }))).toBe('killed by Berth');
  expect(describeEnd(aSpan(1, 10, 1, { ended: 'unseen' }))).toBe('ended unseen');
});

test('names the other day where it ended on one', () => {
  const from = new Date(2026, 10, 20, 14, 2).toISOString();
  const same = aSpan(1, 0, 1, { from, to: new Date(2026, 10, 20, 15, 40).toISOString() });
  const later = aSpan(1, 0, 1, { from, to: new Date(2026, 10, 21, 1, 5).toISOString() });
  expect(describeTimes(same)).toBe('14:02 – 15:40');
  expect(describeTimes(later)).toMatch(/^14:02 – 21 Nov,? 01:05$/);
});

test('does not know the beginning of what was there before', () => {
  const span = aSpan(1, 90, null, { sinceBefore: true });
  expect(describeTimes(span)).toMatch(/^before \d\d:\d\d – now$/);
  expect(describeLength(span, Date.now())).toBe('over 1 h 30 min');
});

test('calls the last two days by their names', () => {
  const now = new Date(2026, 10, 21, 12).getTime();
  expect(nameDay(now - 60_000, now)).toBe('Today');
  expect(nameDay(new Date(2026, 10, 20, 23).getTime(), now)).toBe('Yesterday');
  expect(nameDay(new Date(2026, 10, 18).getTime(), now)).toMatch(/Wednesday.*18 November 2026/);
});
