import { expect, test } from 'vitest';
import { autostartEntry, autostartFile } from '../../../../../electron/desktop/system/autostart-entry.ts';

const execOf = (program: string, ...args: string[]) =>
  /^Exec=(.*)$/m.exec(autostartEntry({ program, args }))?.[1];

test('the entry starts the program with its arguments', () => {
  expect(execOf('/opt/Berth/berth-desktop', '--hidden')).toBe('/opt/Berth/berth-desktop --hidden');
});

test.each([
  ['/home/maya/My Apps/Berth.AppImage', '"/home/maya/My Apps/Berth.AppImage"'],
  ['/opt/100%/berth', '/opt/100%%/berth'],
  ['/opt/a"b', '"/opt/a\\\\"b"'],
  ['/opt/$HOME/b', '"/opt/\\\\$HOME/b"'],
  ['/opt/a\\b', '"/opt/a\\\\\\\\b"'],
])('%s is written as %s', (program, written) => {
  expect(execOf(program)).toBe(written);
});

test('it lies where the desktop looks, and a relative setting is ignored', () => {
  expect(autostartFile({}, '/home/maya')).toBe('/home/maya/.config/autostart/berth.desktop');
  expect(autostartFile({ XDG_CONFIG_HOME: '/conf' }, '/home/maya')).toBe('/conf/autostart/berth.desktop');
  expect(autostartFile({ XDG_CONFIG_HOME: 'conf' }, '/home/maya')).toBe(
    '/home/maya/.config/autostart/berth.desktop',
  );
});
