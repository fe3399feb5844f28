import { expect, test } from 'vitest';
import { isPermissionGranted } from '../../../../electron/desktop/is-permission-granted.ts';
import { startPage } from '../../../../electron/desktop/own-page.ts';

test('our page may put text into the clipboard', () => {
  expect(isPermissionGranted('clipboard-sanitized-write', startPage)).toBe(true);
});

test.each(['clipboard-read', 'media', 'geolocation', 'notifications', 'openExternal', 'unknown'])(
  'our page does not get %s',
  (permission) => {
    expect(isPermissionGranted(permission, startPage)).toBe(false);
  },
);

test('another page gets nothing', () => {
  expect(isPermissionGranted('clipboard-sanitized-write', 'https://example.com/')).toBe(false);
});
