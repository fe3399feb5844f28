import { expect, test } from 'vitest';
import { barIsDark } from '../../../../../electron/desktop/tray/bar-is-dark.ts';

test.each([
  ['win32', '', true, false, true],
  ['win32', '', false, true, false],
  ['linux', 'ubuntu:GNOME', false, false, true],
  ['linux', 'KDE', false, false, false],
  ['linux', 'KDE', false, true, true],
] as const)(
  '%s %s, system dark %s, program dark %s: %s',
  (platform, desktop, systemIsDark, programIsDark, dark) => {
    expect(barIsDark({ platform, desktop, systemIsDark, programIsDark })).toBe(dark);
  },
);
