import { expect, test } from 'vitest';
import { addTo, nameRules, portRules } from '../../../../../renderer/features/settings/list-rules.ts';

test('takes one entry, or several with commas', () => {
  expect(addTo(['node'], 'postgres', nameRules)).toEqual({ items: ['node', 'postgres'] });
  expect(addTo([], ' :3000, 8080 ,', portRules)).toEqual({ items: [3000, 8080] });
});

test('says what is wrong with an entry', () => {
  expect(addTo([], '70000', portRules)).toEqual({ problem: 'Ports go from 1 to 65535.' });
  expect(addTo([], 'x'.repeat(101), nameRules)).toHaveProperty('problem');
  expect(addTo([3000], '3000', portRules)).toEqual({ problem: '3000 is in the list already.' });
});

test('says when the list is full', () => {
  const many = Array.from({ length: 500 }, (_, index) => index + 1);
  expect(addTo(many, '600', portRules)).toEqual({ problem: 'The list has room for 500.' });
});
