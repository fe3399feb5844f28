import { describe, expect, test } from 'vitest';
import { readRange } from '../../../../../../electron/core/folders/server/byte-range.ts';

describe('readRange', () => {
  test.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=90-200', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=0-99999999999999999999', { start: 0, end: 99 }],
  ])('reads %s', (header, range) => {
    expect(readRange(header, 100)).toEqual(range);
  });

  test.each(['bytes=100-', 'bytes=100-200', 'bytes=-0', 'bytes=99999999999999999999-'])(
    'cannot satisfy %s',
    (header) => {
      expect(readRange(header, 100)).toBe('unsatisfiable');
    },
  );

  test.each([
    'bytes=5-2',
    'bytes=-',
    'bytes=a-b',
    'bytes=0-1,3-4',
    'lines=0-1',
    'bytes',
    '',
    'bytes = 0-1',
    'bytes=--1',
    'bytes=1e1-',
  ])('ignores %s', (header) => {
    expect(readRange(header, 100)).toBe('whole');
  });

  test('has nothing to cut from an empty file', () => {
    for (const header of ['bytes=0-', 'bytes=0-0', 'bytes=-1'])
      expect(readRange(header, 0)).toBe('unsatisfiable');
  });
});
