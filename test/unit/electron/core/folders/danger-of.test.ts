import { expect, test } from 'vitest';
import { dangerOf } from '../../../../../electron/core/folders/danger-of.ts';
import type { Platform } from '../../../../../shared/contract/host.ts';

const homes: Record<Platform, { home: string; dataFolder: string }> = {
  linux: { home: '/home/maya', dataFolder: '/home/maya/.local/share/berth' },
  darwin: { home: '/Users/maya', dataFolder: '/Users/maya/Library/Application Support/Berth' },
  win32: { home: 'C:\\Users\\maya', dataFolder: 'C:\\Users\\maya\\AppData\\Roaming\\Berth' },
};
const ask = (platform: Platform, folder: string) => dangerOf({ platform, folder, ...homes[platform] });

test.each<[Platform, string, string]>([
  ['linux', '/', 'is the whole disk'],
  ['linux', '/home/maya', 'is your home folder'],
  ['linux', '/home', 'holds your home folder'],
  ['linux', '/home/maya/.ssh', 'lies in .ssh'],
  ['linux', '/home/maya/.config/gh', 'lies in .config'],
  ['linux', '/home/maya/.local/share/berth', "holds Berth's own settings"],
  ['linux', '/home/maya/.local', "holds Berth's own settings"],
  ['linux', '/etc/nginx', 'belongs to the system'],
  ['linux', '/proc/self', 'belongs to the system'],
  ['darwin', '/Users/MAYA', 'is your home folder'],
  ['darwin', '/Users/maya/Library/Keychains', 'lies in Library'],
  ['win32', 'D:\\', 'is the whole disk'],
  ['win32', 'c:\\users\\maya', 'is your home folder'],
  ['win32', 'C:\\Users', 'holds your home folder'],
  ['win32', 'C:\\Users\\maya\\AppData\\Local', 'lies in AppData'],
  ['win32', 'C:\\Windows\\System32', 'belongs to the system'],
])('on %s %s %s', (platform, folder, words) => {
  expect(ask(platform, folder)).toContain(words);
});

test.each<[Platform, string]>([
  ['linux', '/home/maya/site'],
  ['linux', '/home/maya/.sshow'],
  ['linux', '/home/mayan'],
  ['linux', '/srv/www'],
  ['linux', '/etcetera'],
  ['darwin', '/Users/maya/Librarian'],
  ['win32', 'D:\\work\\site'],
  ['win32', 'C:\\Users\\maya\\Desktop\\site'],
])('on %s %s is served without a word', (platform, folder) => {
  expect(ask(platform, folder)).toBeNull();
});

test('whoever lives in a system folder may serve from there', () => {
  const home = { home: '/root', dataFolder: '/root/.local/share/berth' };
  expect(dangerOf({ platform: 'linux', folder: '/root/site', ...home })).toBeNull();
});
