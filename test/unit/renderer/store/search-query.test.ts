import { expect, test } from 'vitest';
import { parseSearch } from '../../../../renderer/store/search-query.ts';

test('takes words apart at blanks and ignores their case', () => {
  expect(parseSearch('  Node  API ')).toEqual([
    { field: 'any', value: 'node' },
    { field: 'any', value: 'api' },
  ]);
});

test('a colon and digits mean exactly that port', () => {
  expect(parseSearch(':3000')).toEqual([{ field: 'port', value: '3000' }]);
});

test.each([
  ['project:billing', 'project', 'billing'],
  ['reach:network', 'reach', 'network'],
  ['pid:4122', 'pid', '4122'],
  ['user:Maya', 'user', 'maya'],
  ['name:node', 'process', 'node'],
  ['protocol:udp', 'protocol', 'udp'],
])('%s looks in one field', (text, field, value) => {
  expect(parseSearch(text)).toEqual([{ field, value }]);
});

test('quotes keep blanks together', () => {
  expect(parseSearch('project:"my shop" x')).toEqual([
    { field: 'project', value: 'my shop' },
    { field: 'any', value: 'x' },
  ]);
});

test('an address with colons is searched as it stands', () => {
  expect(parseSearch('::1 127.0.0.1:80')).toEqual([
    { field: 'any', value: '::1' },
    { field: 'any', value: '127.0.0.1:80' },
  ]);
});

test('names that every object has are not fields', () => {
  expect(parseSearch('constructor:x')).toEqual([{ field: 'any', value: 'constructor:x' }]);
});

test.each(['', '   ', 'project:', '""', '"'])('%j asks for nothing', (text) => {
  expect(parseSearch(text)).toEqual([]);
});
