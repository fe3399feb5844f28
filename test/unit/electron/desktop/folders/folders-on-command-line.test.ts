import { expect, test } from 'vitest';
import { foldersOnCommandLine } from '../../../../../electron/desktop/folders/folders-on-command-line.ts';

const packaged = (...words: string[]) =>
  foldersOnCommandLine({
    argv: ['/opt/Berth/berth-desktop', ...words],
    appPath: '/opt/Berth/resources/app.asar',
    isPackaged: true,
    workingFolder: '/home/maya',
  });

const unpackaged = (...words: string[]) =>
  foldersOnCommandLine({
    argv: ['/node_modules/electron/dist/electron', ...words],
    appPath: '/code/berth',
    isPackaged: false,
    workingFolder: '/code/berth',
  });

test.each([
  ['nothing', packaged(), []],
  ['an absolute path', packaged('/srv/site'), ['/srv/site']],
  ['a path from here', packaged('site/dist'), ['/home/maya/site/dist']],
  ['here itself', packaged('.'), ['/home/maya']],
  ['several', packaged('a', 'b'), ['/home/maya/a', '/home/maya/b']],
  ['switches around it', packaged('--hidden', 'site', '--no-sandbox'), ['/home/maya/site']],
  ['a name that looks like a switch', packaged('--', '--site'), ['/home/maya/--site']],
  ['an empty word', packaged(''), []],
])('%s on the command line', (_what, found, expected) => {
  expect(found).toEqual(expected);
});

test.each([
  ['as a dot', unpackaged('.'), []],
  ['as a path', unpackaged('/code/berth', 'site'), ['/code/berth/site']],
  ['and switches before it', unpackaged('--inspect=0', '.', '/srv/site'), ['/srv/site']],
  ['not at all', unpackaged('/srv/site'), ['/srv/site']],
])('the app itself, named %s while not packaged, is no folder to serve', (_how, found, expected) => {
  expect(found).toEqual(expected);
});

test('the folder of the app can be served all the same', () => {
  expect(unpackaged('.', '.')).toEqual(['/code/berth']);
});
