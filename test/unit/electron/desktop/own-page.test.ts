import { expect, test } from 'vitest';
import { isOwnPage, startPage } from '../../../../electron/desktop/own-page.ts';

test('the page that the window opens is ours', () => {
  expect(isOwnPage(startPage)).toBe(true);
});

test.each([
  'app://berth.example.com/index.html',
  'app://other/index.html',
  'app://berth:80/index.html',
  'http://berth/index.html',
  'file:///berth/index.html',
  'https://example.com/app://berth/',
  'about:blank',
  'not an address',
  '',
])('%j is not ours', (address) => {
  expect(isOwnPage(address)).toBe(false);
});
