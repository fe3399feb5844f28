import { expect, test } from 'vitest';
import { ownAppImage } from '../../../../../electron/desktop/system/own-app-image.ts';

const env = { APPIMAGE: '/apps/Berth.AppImage', APPDIR: '/tmp/.mount_BerthX' };

test('an AppImage is the file that was started, not where it was mounted for this run', () => {
  expect(ownAppImage('/tmp/.mount_BerthX/berth-desktop', env)).toBe('/apps/Berth.AppImage');
});

test.each([
  ['started from within another AppImage', '/opt/Berth/berth-desktop', env],
  ['beside the mounted one', '/tmp/.mount_BerthX2/berth-desktop', env],
  [
    'told of an AppImage without its place',
    '/opt/Berth/berth-desktop',
    { APPIMAGE: '/apps/Editor.AppImage' },
  ],
  ['told of none', '/opt/Berth/berth-desktop', {}],
])('a program %s is none', (_, execPath, facts) => {
  expect(ownAppImage(execPath, facts)).toBeNull();
});
