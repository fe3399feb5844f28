import { expect, test } from 'vitest';
import { systemSettingsAddress } from '../../../../../electron/desktop/system/system-settings-address.ts';

test('macOS has both pages, Windows its firewall, and Linux none that every desktop knows', () => {
  expect(systemSettingsAddress('darwin', 'airplay')).toMatch(/^x-apple\.systempreferences:/);
  expect(systemSettingsAddress('darwin', 'firewall')).toMatch(/Firewall$/);
  expect(systemSettingsAddress('win32', 'firewall')).toBe('windowsdefender://network/');
  expect(systemSettingsAddress('win32', 'airplay')).toBeNull();
  expect(systemSettingsAddress('linux', 'firewall')).toBeNull();
});
