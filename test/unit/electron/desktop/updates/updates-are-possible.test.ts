import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  readUpdateFacts,
  type UpdateFacts,
  updatesArePossible,
} from '../../../../../electron/desktop/updates/updates-are-possible.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

const installed = {
  appImage: {
    platform: 'linux',
    isPackaged: true,
    program: '/apps/Berth.AppImage',
    isAppImage: true,
    hasFeed: true,
    hasUninstaller: false,
  },
  windows: {
    platform: 'win32',
    isPackaged: true,
    program: 'C:\\Programs\\berth\\Berth.exe',
    isAppImage: false,
    hasFeed: true,
    hasUninstaller: true,
  },
  mac: {
    platform: 'darwin',
    isPackaged: true,
    program: '/Applications/Berth.app/Contents/MacOS/Berth',
    isAppImage: false,
    hasFeed: true,
    hasUninstaller: false,
  },
} as const satisfies Record<string, UpdateFacts>;

describe('updates', () => {
  test.each(Object.entries(installed))('are possible where Berth was installed: %s', (_name, facts) => {
    expect(updatesArePossible(facts)).toEqual({ possible: true });
  });

  test.each(Object.entries(installed))('are off in a checkout: %s', (_name, facts) => {
    expect(updatesArePossible({ ...facts, isPackaged: false })).toEqual({
      possible: false,
      reason: 'not-packaged',
    });
  });

  test.each(Object.entries(installed))('are off without a feed: %s', (_name, facts) => {
    expect(updatesArePossible({ ...facts, hasFeed: false })).toEqual({ possible: false, reason: 'no-feed' });
  });

  test('are off on Linux where a package manager keeps Berth', () => {
    const facts = { ...installed.appImage, program: '/opt/Berth/berth-desktop', isAppImage: false };
    expect(updatesArePossible(facts)).toEqual({ possible: false, reason: 'package-manager' });
  });

  test('are off on Windows for a copy that no installer made', () => {
    const facts = { ...installed.windows, hasUninstaller: false };
    expect(updatesArePossible(facts)).toEqual({ possible: false, reason: 'not-installed' });
  });

  test.each([
    '/Volumes/Berth 0.1.0/Berth.app/Contents/MacOS/Berth',
    '/private/var/folders/x/T/AppTranslocation/6A1B/d/Berth.app/Contents/MacOS/Berth',
  ])('are off on macOS for an app that was not moved to its place: %s', (program) => {
    expect(updatesArePossible({ ...installed.mac, program })).toEqual({
      possible: false,
      reason: 'not-installed',
    });
  });
});

describe('what is read about the running program', () => {
  const running = (folder: string, env: Record<string, string> = {}) => ({
    platform: 'linux' as const,
    isPackaged: true,
    execPath: path.join(folder, 'Berth'),
    resourcesPath: path.join(folder, 'resources'),
    env,
  });

  test('an empty folder has neither feed nor uninstaller', async () => {
    const folder = await temporaryFolder();
    expect(readUpdateFacts(running(folder))).toEqual({
      platform: 'linux',
      isPackaged: true,
      program: path.join(folder, 'Berth'),
      isAppImage: false,
      hasFeed: false,
      hasUninstaller: false,
    });
  });

  test('feed and uninstaller are found where packing puts them', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'resources'));
    await writeFile(path.join(folder, 'resources/app-update.yml'), '');
    await writeFile(path.join(folder, 'Uninstall Berth.exe'), '');
    expect(readUpdateFacts(running(folder))).toMatchObject({ hasFeed: true, hasUninstaller: true });
  });

  test('an AppImage is the file that was started, not where it was unpacked for this run', () => {
    const env = { APPIMAGE: '/apps/Berth.AppImage', APPDIR: '/tmp/.mount_Berth' };
    const facts = readUpdateFacts(running('/tmp/.mount_Berth', env));
    expect(facts).toMatchObject({ isAppImage: true, program: '/apps/Berth.AppImage' });
  });

  test('the AppImage of another program, in whose terminal Berth was started, is not replaced', () => {
    const env = { APPIMAGE: '/apps/Editor.AppImage', APPDIR: '/tmp/.mount_Editor' };
    const facts = readUpdateFacts(running('/opt/Berth', env));
    expect(facts).toMatchObject({ isAppImage: false, program: '/opt/Berth/Berth' });
  });
});
