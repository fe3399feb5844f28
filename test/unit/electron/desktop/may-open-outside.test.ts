import { expect, test } from 'vitest';
import { mayOpenOutside } from '../../../../electron/desktop/may-open-outside.ts';

test.each([
  ['http://127.0.0.1:62893/', 'http://127.0.0.1:62893/'],
  ['https://localhost:8443/docs?a=1#b', 'https://localhost:8443/docs?a=1#b'],
  ['http://[::1]:3000', 'http://[::1]:3000/'],
  ['http://127.9.8.7', 'http://127.9.8.7/'],
  ['http://0x7f000001:80/', 'http://127.0.0.1/'],
])('%s opens as %s', (address, opened) => {
  expect(mayOpenOutside(address)).toBe(opened);
});

test.each([
  'https://example.com/',
  'http://localhost.example.com/',
  'http://127.0.0.1.example.com/',
  'http://127.0.0.1@example.com/',
  'http://user:secret@127.0.0.1/',
  'http://128.0.0.1/',
  'http://[::2]/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://127.0.0.1/share',
  'app://berth/index.html',
  '127.0.0.1:80',
  '',
])('%j does not open', (address) => {
  expect(mayOpenOutside(address)).toBeNull();
});
