import { expect, test } from 'vitest';
import { shortenPath } from '../../../../renderer/lib/shorten-path.ts';

test('writes the home folder as ~', () => {
  expect(shortenPath('/home/maya/code/docs', '/home/maya')).toBe('~/code/docs');
  expect(shortenPath('/home/maya', '/home/maya/')).toBe('~');
});

test('does not take a folder that begins like the home folder for it', () => {
  expect(shortenPath('/home/mayabee/x', '/home/maya')).toBe('/home/mayabee/x');
});

test('cuts a long path from the left, between folders', () => {
  expect(shortenPath('/srv/one/two/three/four', '/home/maya', 16)).toBe('…/two/three/four');
});

test('keeps the last part whole, however long', () => {
  expect(shortenPath('/srv/a-very-long-name-indeed', '', 10)).toBe('…/a-very-long-name-indeed');
});

test('knows the separators of Windows', () => {
  expect(shortenPath('C:\\Users\\maya\\code', 'C:\\Users\\maya')).toBe('~\\code');
});
