import { expect, test } from 'vitest';
import { browserUrl, formatAddress } from '../../../../renderer/lib/format-address.ts';

test('puts IPv6 into brackets', () => {
  expect(formatAddress('127.0.0.1', 80)).toBe('127.0.0.1:80');
  expect(formatAddress('::1', 3000)).toBe('[::1]:3000');
});

test.each([
  ['127.0.0.1', 62_893, 'http://127.0.0.1:62893/'],
  ['::1', 3000, 'http://[::1]:3000/'],
  ['0.0.0.0', 8080, 'http://localhost:8080/'],
  ['::', 8080, 'http://localhost:8080/'],
  ['127.0.0.1', 443, 'https://127.0.0.1:443/'],
  ['fe80::1%lo0', 80, null],
])('%s port %d opens %s', (address, port, url) => expect(browserUrl(address, port)).toBe(url));
