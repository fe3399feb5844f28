import { expect, test } from 'vitest';
import { timeline } from '../../../../../renderer/features/history/timeline.ts';
import type { HeldSpan, History } from '../../../../../shared/contract/history.ts';
import { aSpan } from '../../../../fakes/an-answer.ts';

const minute = 60_000;
const at = (minutesAgo: number) => new Date(Date.now() - minutesAgo * minute).toISOString();
const dayOf = (time: number) => new Date(time).toDateString();

const told = (spans: readonly HeldSpan[], watched: History['watched'] = []): History => ({
  spans: [...spans],
  cutOff: false,
  watched,
});
const kinds = (history: History, withGaps = true) =>
  timeline(history, withGaps, dayOf).map(({ kind }) => kind);

test('puts every day under one head', () => {
  const day = 24 * 60;
  expect(kinds(told([aSpan(1, 1, 0.1), aSpan(2, 2 * day, 1), aSpan(3, 2 * day + 0.1, 1)]))).toEqual([
    'day',
    'span',
    'day',
    'span',
    'span',
  ]);
});

test('shows between two spans when Berth was not running', () => {
  const history = told(
    [aSpan(1, 10, null), aSpan(2, 60, 1)],
    [
      { from: at(100), to: at(50) },
      { from: at(20), to: null },
    ],
  );
  const gap = timeline(history, true, dayOf).find(({ kind }) => kind === 'gap');
  expect(gap).toMatchObject({ kind: 'gap' });
  expect(kinds(history).filter((kind) => kind !== 'day')).toEqual(['span', 'gap', 'span']);
});

test('leaves out a short restart, what lies before the first span, and every gap where it is told to', () => {
  const short = told(
    [aSpan(1, 10, null), aSpan(2, 60, 1)],
    [
      { from: at(100), to: at(20.5) },
      { from: at(20), to: null },
    ],
  );
  const older = told(
    [aSpan(1, 10, null)],
    [
      { from: at(100), to: at(50) },
      { from: at(20), to: null },
    ],
  );
  expect(kinds(short)).not.toContain('gap');
  expect(kinds(older)).not.toContain('gap');
  const gapped = told([aSpan(1, 10, null), aSpan(2, 60, 1)], older.watched);
  expect(kinds(gapped)).toContain('gap');
  expect(kinds(gapped, false)).not.toContain('gap');
});
