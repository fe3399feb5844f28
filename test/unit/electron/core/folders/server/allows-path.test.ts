import { describe, expect, test } from 'vitest';
import {
  allowsPath,
  type Place,
  prefixOf,
} from '../../../../../../electron/core/folders/server/allows-path.ts';

const linux: Place = { root: '/home/me/www', hidden: 'deny', links: 'inside', platform: 'linux' };
const windows: Place = { ...linux, root: 'C:\\Users\\me\\www', platform: 'win32' };
const mac: Place = { ...linux, root: '/Users/me/www', platform: 'darwin' };

describe('allowsPath', () => {
  test('keeps to the folder, not to what its name begins with', () => {
    expect(allowsPath('/home/me/www/a', '/home/me/www/b/c', linux)).toBe(true);
    expect(allowsPath('/home/me/www/a', '/home/me/www', linux)).toBe(true);
    expect(allowsPath('/home/me/www/a', '/home/me/www-secret/a', linux)).toBe(false);
    expect(allowsPath('/home/me/www/a', '/home/me', linux)).toBe(false);
    expect(allowsPath('C:\\Users\\me\\www\\a', 'C:\\Users\\me\\www-secret\\a', windows)).toBe(false);
    expect(allowsPath('C:\\Users\\me\\www\\a', '\\\\server\\share\\a', windows)).toBe(false);
    expect(allowsPath('C:\\Users\\me\\www\\a', 'D:\\Users\\me\\www\\a', windows)).toBe(false);
  });

  test('serves a whole drive, a share or the top folder when that was chosen', () => {
    expect(allowsPath('D:\\a', 'D:\\b\\c', { ...windows, root: 'D:\\' })).toBe(true);
    expect(allowsPath('\\\\s\\h\\a', '\\\\s\\h\\b', { ...windows, root: '\\\\s\\h\\' })).toBe(true);
    expect(allowsPath('/a', '/b', { ...linux, root: '/' })).toBe(true);
    expect([prefixOf({ ...windows, root: 'D:\\' }), prefixOf({ ...linux, root: '/' })]).toEqual([
      'D:\\',
      '/',
    ]);
  });

  test('finds the hidden name behind a link and behind a short name', () => {
    expect(allowsPath('/home/me/www/git', '/home/me/www/.git/config', linux)).toBe(false);
    expect(allowsPath('/home/me/www/w', '/home/me/www/.well-known/a', linux)).toBe(true);
    expect(allowsPath('C:\\Users\\me\\www\\GIT~1\\config', 'C:\\Users\\me\\www\\.git\\config', windows)).toBe(
      false,
    );
    expect(allowsPath('C:\\Users\\me\\www\\ENV~1', 'C:\\Users\\me\\www\\.env', windows)).toBe(false);
    expect(allowsPath('C:\\Users\\me\\www\\LONGNA~1.TXT', 'C:\\Users\\me\\www\\long name.txt', windows)).toBe(
      true,
    );
    expect(allowsPath('/home/me/www/git', '/home/me/www/.git/config', { ...linux, hidden: 'allow' })).toBe(
      true,
    );
  });

  test('does not see a hidden folder in the way to the root', () => {
    expect(allowsPath('/home/.me/www/a', '/home/.me/www/b', { ...linux, root: '/home/.me/www' })).toBe(true);
  });

  test('tells a link from another spelling where links are off', () => {
    const never = { links: 'never' } as const;
    expect(allowsPath('/home/me/www/A', '/home/me/www/a', { ...linux, ...never })).toBe(false);
    expect(allowsPath('/Users/me/www/INDEX.HTML', '/Users/me/www/index.html', { ...mac, ...never })).toBe(
      true,
    );
    expect(allowsPath('/Users/me/www/\u00fc', '/Users/me/www/u\u0308', { ...mac, ...never })).toBe(true);
    expect(allowsPath('/Users/me/www/a', '/Users/me/www/b', { ...mac, ...never })).toBe(false);
    expect(
      allowsPath('C:\\Users\\me\\www\\A.txt', 'C:\\Users\\me\\www\\a.txt', { ...windows, ...never }),
    ).toBe(true);
    expect(
      allowsPath('C:\\Users\\me\\www\\A.txt', 'C:\\Users\\me\\www\\b.txt', { ...windows, ...never }),
    ).toBe(false);
  });
});
