import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  nameInGoMod,
  nameInJson,
  nameInPom,
  nameInToml,
  nameProject,
  readManifests,
} from '../../../../../electron/core/processes/read-manifest.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

/** Longer than any honest line, and what a pattern would try again from every place in it. */
const long = 400_000;

describe('names in manifests', () => {
  test.each([
    ['TOML', () => nameInToml(`[a${' '.repeat(long)}b]`, ['project'])],
    ['go.mod', () => nameInGoMod('\n'.repeat(long))],
    ['comments', () => nameInPom('<!--'.repeat(long / 4))],
    ['parents', () => nameInPom('<parent>'.repeat(long / 8))],
  ])('hostile %s holds nobody up', (_, read) => {
    expect(read()).toBeNull();
  });

  test.each([
    ['{"name":"@berth/web","version":"1"}', '@berth/web'],
    ['\ufeff{"name":"with-mark"}', 'with-mark'],
    ['{"name":7}', null],
    ['null', null],
    ['{"name":', null],
  ])('JSON %j', (content, name) => {
    expect(nameInJson(content)).toBe(name);
  });

  test.each([
    ['[project]\nname = "api" # the name\n[tool.poetry]\nname = "old"', 'api'],
    ["[tool.poetry]\nname='shop'\n", 'shop'],
    ['[[project]]\nname = "not this"\n[ project ]\nversion = "1"\nname = "this"', 'this'],
    ['[build-system]\nname = "not this"', null],
    ['name = "outside of tables"', null],
    ['[project]\ndynamic = ["name"]', null],
  ])('TOML %j', (content, name) => {
    expect(nameInToml(content, ['project', 'tool.poetry'])).toBe(name);
  });

  test.each([
    ['module example.com/tools/gateway\n\ngo 1.23\n', 'gateway'],
    ['// comment\nmodule "example.com/gateway/v2"\n', 'gateway'],
    ['module v2\n', 'v2'],
    ['go 1.23\n', null],
  ])('go.mod %j', (content, name) => {
    expect(nameInGoMod(content)).toBe(name);
  });

  test.each([
    ['<project><parent><artifactId>no</artifactId></parent><artifactId>shop</artifactId></project>', 'shop'],
    [
      '<project xmlns="x"><!-- <artifactId>no</artifactId> --><artifactId> shop </artifactId><dependencies><dependency><artifactId>no</artifactId></dependency></dependencies></project>',
      'shop',
    ],
    ['<project><dependencies><artifactId>no</artifactId></dependencies></project>', null],
    [`<project><artifactId>$\{name}</artifactId></project>`, null],
  ])('pom.xml %j', (content, name) => {
    expect(nameInPom(content)).toBe(name);
  });
});

async function nameOf(folder: string): Promise<string> {
  const contents = await readManifests(folder, ['package.json']);
  return nameProject(folder, 'package.json', contents.get('package.json'));
}

describe('the name of a project', () => {
  test.each(['{broken', '{}', '{"name":""}', JSON.stringify({ name: 'x'.repeat(1000) })])(
    'takes the name of the folder when the manifest says %j',
    async (content) => {
      const folder = await temporaryFolder();
      await writeFile(path.join(folder, 'package.json'), content);
      expect(await nameOf(folder)).toBe(path.basename(folder));
    },
  );

  test('does not read a manifest that is far too large', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'package.json'), `{"name":"x","y":"${'z'.repeat(600_000)}"}`);
    expect(await nameOf(folder)).toBe(path.basename(folder));
  });
});
