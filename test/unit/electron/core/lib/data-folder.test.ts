import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../../../electron/core/lib/data-folder.ts';

describe('dataFolder', () => {
  it.each([
    ['linux', {}, '/home/maya', '/home/maya/.config/berth'],
    ['linux', { XDG_CONFIG_HOME: '/cfg' }, '/home/maya', '/cfg/berth'],
    ['linux', { XDG_CONFIG_HOME: 'cfg' }, '/home/maya', '/home/maya/.config/berth'],
    ['linux', { XDG_CONFIG_HOME: '' }, '/home/maya', '/home/maya/.config/berth'],
    ['linux', { APPDATA: 'C:\\x' }, '/home/maya', '/home/maya/.config/berth'],
    ['darwin', { XDG_CONFIG_HOME: '/cfg' }, '/Users/maya', '/Users/maya/Library/Application Support/Berth'],
    ['win32', { APPDATA: 'D:\\Roaming' }, 'C:\\Users\\maya', 'D:\\Roaming\\Berth'],
    ['win32', {}, 'C:\\Users\\maya', 'C:\\Users\\maya\\AppData\\Roaming\\Berth'],
  ] as const)('on %s with %j it is below the folder meant for this', (platform, env, home, folder) => {
    expect(dataFolder({ platform, env, home })).toBe(folder);
  });

  it.each(['linux', 'darwin'] as const)('BERTH_DATA names another one on %s', (platform) => {
    expect(dataFolder({ platform, env: { BERTH_DATA: '/tmp/b', XDG_CONFIG_HOME: '/cfg' }, home: '/h' })).toBe(
      '/tmp/b',
    );
  });
});
