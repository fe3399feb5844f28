import { expect, test } from 'vitest';
import { completeLines } from '../../../../../electron/core/lib/complete-lines.ts';

test('gives the lines without their line break, whichever kind it is', () => {
  expect(completeLines('one\ntwo\r\nthree\n')).toEqual(['one', 'two', 'three']);
});

test('leaves out what follows the last line break', () => {
  expect(completeLines('pid 1234\npid 12')).toEqual(['pid 1234']);
  expect(completeLines('pid 12')).toEqual([]);
  expect(completeLines('')).toEqual([]);
});
