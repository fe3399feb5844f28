import { expect, test } from 'vitest';
import { TrayHost } from '../../../../../electron/desktop/system/tray-host.ts';

test.each(['darwin', 'win32'] as const)('%s always shows the icon and is never asked', async (platform) => {
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return false;
  };
  const host = new TrayHost({ platform, ask });
  await host.look();
  expect([host.isThere, asked]).toEqual([true, 0]);
});

test('on Linux it is there when the desktop says so, as of the last look', async () => {
  let answer = false;
  const host = new TrayHost({ platform: 'linux', ask: async () => answer });
  expect(host.isThere).toBe(false);
  answer = true;
  await host.look();
  expect(host.isThere).toBe(true);
  answer = false;
  await host.look();
  expect(host.isThere).toBe(false);
});
