import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, projectRoot, readProjectFile, sourceFiles } from './project-files.ts';

const rooms = ['electron', 'renderer', 'shared'];
const topLevel = [
  ...rooms,
  'test',
  'build',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'README.md',
  'LICENSE',
];
const files = projectFiles();
const source = sourceFiles(...rooms);

describe('places', () => {
  test('nothing but the fixed rooms and dot files lies at the top', () => {
    const tops = new Set(files.map((file) => file.split('/')[0] ?? ''));
    expect([...tops].filter((top) => !top.startsWith('.') && !topLevel.includes(top))).toEqual([]);
  });

  test('no file lies deeper than the import table reaches', () => {
    const areas = ['electron/core/', 'renderer/features/'];
    const reach = (file: string) => (areas.some((area) => file.startsWith(area)) ? 6 : 5);
    expect(source.filter((file) => file.split('/').length > reach(file))).toEqual([]);
  });
});

describe('names', () => {
  test('files and folders are in kebab case', () => {
    const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
    // Python's modules cannot have a dash in their name.
    const python = /^[a-z0-9_]+\.py$/;
    // GitHub finds its own folders by their names.
    const odd = files
      .filter((file) => !file.startsWith('test/captures/') && !file.startsWith('.github/'))
      .filter((file) =>
        file
          .split('/')
          .some(
            (part) => !kebab.test(part) && !python.test(part) && !['README.md', 'LICENSE'].includes(part),
          ),
      );
    expect(odd).toEqual([]);
  });

  test('no file is named for being useful', () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|types?|constants|index)(\/|\.tsx?$)/;
    expect(source.filter((file) => vague.test(file))).toEqual([]);
  });
});

describe('content', () => {
  test('no file only passes on what others export', () => {
    const passesOn = /^\s*export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+'[^']+';?/gm;
    const barrels = source.filter((file) => {
      const code = readProjectFile(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return passesOn.test(code) && code.replace(passesOn, '').trim() === '';
    });
    expect(barrels).toEqual([]);
  });

  test('relative imports are written the shortest way, as the import table expects them', () => {
    const roundabout = source.flatMap((file) =>
      [...readProjectFile(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']*)'/g)]
        .map(([, specifier = '']) => specifier)
        .filter((specifier) => specifier !== shortest(specifier))
        .map((specifier) => `${file}: ${specifier}`),
    );
    expect(roundabout).toEqual([]);
  });

  test('no file names a folder of one machine', () => {
    // Tests make up such paths on purpose, but never the one where this checkout lies.
    const personal = /(?:\/home|\/Users)\/[a-z][\w-]*\/|\/root\/|[A-Z]:\\Users\\/;
    const named = files
      .filter((file) => !file.startsWith('test/captures/') && !/\.(png|woff2|ico|icns)$/.test(file))
      .filter((file) => {
        const text = readProjectFile(file);
        return text.includes(projectRoot + path.sep) || (!file.startsWith('test/') && personal.test(text));
      });
    expect(named).toEqual([]);
  });
});

function shortest(specifier: string): string {
  const normal = path.posix.normalize(specifier);
  return normal.startsWith('.') ? normal : `./${normal}`;
}
