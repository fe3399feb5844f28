import { expect, test } from 'vitest';
import { trayIconFile } from '../../../../../electron/desktop/tray/tray-icon-file.ts';

test.each([
  ['darwin', 'normal', true, 'trayTemplate.png'],
  ['darwin', 'warning', false, 'tray-warningTemplate.png'],
  ['linux', 'normal', true, 'tray-on-dark.png'],
  ['linux', 'paused', false, 'tray-paused-on-light.png'],
  ['win32', 'normal', false, 'tray-on-light.ico'],
] as const)('on %s, %s, on a dark bar %s: %s', (platform, state, dark, file) => {
  expect(trayIconFile(platform, state, dark)).toBe(file);
});
