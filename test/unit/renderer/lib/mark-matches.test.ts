import { expect, test } from 'vitest';
import { markMatches } from '../../../../renderer/lib/mark-matches.ts';

const marked = (text: string, needles: string[]) =>
  markMatches(text, needles)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

test('marks every occurrence, whatever its case', () => {
  expect(marked('Node nodemon', ['node'])).toBe('[Node] [node]mon');
});

test('takes the longest of needles that begin at one place', () => {
  expect(marked('storefront', ['st', 'store'])).toBe('[store]front');
});

test('marks nothing where lower case has another length', () => {
  expect(marked('İstanbul', ['stan'])).toBe('İstanbul');
});

test('gives the text back unmarked without needles', () => {
  expect(marked('x', [])).toBe('x');
});
