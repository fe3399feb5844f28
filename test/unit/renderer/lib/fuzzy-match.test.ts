import { expect, test } from 'vitest';
import { fuzzyMatch } from '../../../../renderer/lib/fuzzy-match.ts';

const marked = (text: string, query: string) =>
  fuzzyMatch(text, query)
    ?.at.map((place) => text[place])
    .join('');
const score = (text: string, query: string) => fuzzyMatch(text, query)?.score ?? Number.NEGATIVE_INFINITY;

test('finds letters that begin words', () => {
  expect(marked('Group the list by project', 'glp')).toBe('Glp');
});

test('finds words in any order', () => {
  expect(marked('Copy the address', 'addr copy')).toBe('Copyaddr');
});

test('ranks a beginning over a word further on, and that over letters inside', () => {
  expect(score('Copy the URL', 'copy')).toBeGreaterThan(score('Please copy it', 'copy'));
  expect(score('Please copy it', 'copy')).toBeGreaterThan(score('Xerocopy of it', 'copy'));
  expect(score('Xerocopy of it', 'copy')).toBeGreaterThan(score('Call one page you', 'copy'));
});

test('ranks the shorter of two that match alike', () => {
  expect(score('Kill node', 'kill')).toBeGreaterThan(score('Kill node, 4 processes, on port 3000', 'kill'));
});

test.each([
  ['Copy the address', 'zz'],
  ['Copy the address', 'copy zz'],
  ['Read the ports now', 'eeoo'],
])('does not find %j by %j', (text, query) => expect(fuzzyMatch(text, query)).toBeNull());

test('everything matches nothing', () => expect(fuzzyMatch('Undo', ' ')?.at).toEqual([]));
