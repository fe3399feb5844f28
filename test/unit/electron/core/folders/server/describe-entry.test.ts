import { describe, expect, test } from 'vitest';
import {
  describeAge,
  describeMoment,
  describeSize,
} from '../../../../../../electron/core/folders/server/describe-entry.ts';

describe('describeSize', () => {
  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 KB'],
    [2048, '2.0 KB'],
    [10_240, '10 KB'],
    [1_048_575, '1.0 MB'],
    [5_300_000, '5.1 MB'],
    [3 * 1024 ** 4, '3.0 TB'],
    [5000 * 1024 ** 4, '5000 TB'],
  ])('describes %i', (bytes, text) => {
    expect(describeSize(bytes)).toBe(text);
  });
});

describe('describeAge', () => {
  const now = new Date(2026, 2, 12, 14, 5, 11).getTime();
  const minute = 60_000;
  test.each([
    [0, 'just now'],
    [-10, 'just now'],
    [5 * minute, '5 min ago'],
    [59.9 * minute, '59 min ago'],
    [3 * 60 * minute, '3 h ago'],
    [30 * 60 * minute, 'yesterday'],
    [5 * 24 * 60 * minute, '5 days ago'],
    [40 * 24 * 60 * minute, '2026-01-31'],
    [-48 * 60 * minute, '2026-03-14'],
  ])('describes %d ms', (age, text) => {
    expect(describeAge(now - age, now)).toBe(text);
  });

  test('has the exact moment in the time of this machine', () => {
    expect(describeMoment(now)).toBe('2026-03-12 14:05:11');
  });
});
