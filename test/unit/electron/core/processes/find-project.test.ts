import { execFileSync } from 'node:child_process';
import { mkdir, rename, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  findProject,
  foldersToSearch,
  isStillTrue,
} from '../../../../../electron/core/processes/find-project.ts';
import { ProjectFinder } from '../../../../../electron/core/processes/project-finder.ts';
import { projectSchema } from '../../../../../shared/contract/processes.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

/** Files by path below a new folder, which is the home. */
async function home(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  return folder;
}

const find = async (at: string, below: string) => (await findProject(path.join(at, below), at)).project;
const head = (branch: string) => `ref: refs/heads/${branch}\n`;

describe('foldersToSearch', () => {
  test('goes up to the home, without it', () => {
    expect(foldersToSearch('/home/ann/work/app', '/home/ann')).toEqual([
      '/home/ann/work/app',
      '/home/ann/work',
    ]);
  });

  test('takes the home itself for what runs right in it', () => {
    expect(foldersToSearch('/home/ann', '/home/ann')).toEqual(['/home/ann']);
  });

  test('takes neither the root nor what holds the homes', () => {
    expect(foldersToSearch('/', '/home/ann')).toEqual([]);
    expect(foldersToSearch('/home', '/home/ann')).toEqual([]);
    expect(foldersToSearch('/home/bob/app', '/home/ann')).toEqual(['/home/bob/app', '/home/bob']);
    expect(foldersToSearch('/srv/app', '/root')).toEqual(['/srv/app', '/srv']);
  });

  test('takes no folder that is not absolute', () => {
    expect(foldersToSearch('work/app', '/home/ann')).toEqual([]);
  });
});

describe('findProject', () => {
  test('finds the nearest manifest above, and the branch of the work tree around it', async () => {
    const at = await home({
      'mono/.git/HEAD': head('feature/kill'),
      'mono/package.json': '{"name":"mono"}',
      'mono/packages/web/package.json': '{"name":"web"}',
      'mono/packages/web/src/a.js': '',
    });
    expect(await find(at, 'mono/packages/web/src')).toEqual({
      name: 'web',
      root: path.join(at, 'mono/packages/web'),
      manifest: 'package.json',
      branch: 'feature/kill',
    });
  });

  test('names a work tree without a manifest by its folder', async () => {
    const at = await home({ 'work/package.json': '{"name":"stray"}', 'work/notes/.git/HEAD': head('main') });
    expect(await find(at, 'work/notes')).toEqual({
      name: 'notes',
      root: path.join(at, 'work/notes'),
      manifest: null,
      branch: 'main',
    });
  });

  test('finds nothing where there is nothing', async () => {
    const at = await home({ 'package.json': '{"name":"dotfiles"}', 'work/a.txt': '' });
    expect(await find(at, 'work')).toBeNull();
    expect(await find(at, 'not/there')).toBeNull();
  });

  test.each([
    ['pyproject.toml', '[project]\nname = "api"', 'api'],
    ['Cargo.toml', '[package]\nname = "api"', 'api'],
    ['go.mod', 'module example.com/api', 'api'],
    ['pom.xml', '<project><artifactId>api</artifactId></project>', 'api'],
    ['composer.json', '{"name":"ann/api"}', 'ann/api'],
    ['Gemfile', 'gem "rails"', 'app'],
    ['requirements.txt', 'flask', 'app'],
  ])('reads %s', async (manifest, content, name) => {
    const at = await home({ [`app/${manifest}`]: content });
    expect(await find(at, 'app')).toMatchObject({ name, manifest, branch: null });
  });

  test('tells the frameworks of every manifest of its folder, and of no other', async () => {
    const at = await home({
      'shop/.git/HEAD': head('main'),
      'shop/package.json': '{"name":"mono","dependencies":{"next":"15"}}',
      'shop/api/package.json': '{"name":"api","devDependencies":{"vite":"7","left-pad":"1"}}',
      'shop/api/requirements.txt': 'Django==5.1\n',
      'shop/plain/package.json': '{"name":"plain","dependencies":{"left-pad":"1"}}',
    });
    const api = await find(at, 'shop/api');
    expect(api).toMatchObject({ name: 'api', frameworks: ['vite', 'django'] });
    expect(projectSchema.parse(api)).toEqual(api);
    expect(await find(at, 'shop/plain')).not.toHaveProperty('frameworks');
  });

  test('says no branch when a commit is checked out', async () => {
    const at = await home({ 'app/.git/HEAD': `${'0'.repeat(40)}\n` });
    expect(await find(at, 'app')).toMatchObject({ branch: null });
  });

  test('reads the branch of linked work trees and submodules as git makes them', async () => {
    const at = await home({ 'lib/a.txt': 'a', 'app/b.txt': 'b' });
    const git = (folder: string, ...args: readonly string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'protocol.file.allow=always', ...args],
        { cwd: path.join(at, folder), stdio: 'ignore', env: { PATH: process.env.PATH ?? '', HOME: at } },
      );
    for (const folder of ['lib', 'app']) {
      git(folder, 'init', '-b', 'main');
      git(folder, 'add', '.');
      git(folder, 'commit', '-m', 'First');
    }
    git('app', 'worktree', 'add', '-b', 'side', '../linked');
    git('app', 'submodule', 'add', '-b', 'main', '../lib', 'vendor/lib');
    expect(await find(at, 'linked')).toMatchObject({ name: 'linked', branch: 'side' });
    expect(await find(at, 'app/vendor/lib')).toMatchObject({ name: 'lib', branch: 'main' });
    expect(await find(at, 'app')).toMatchObject({ name: 'app', branch: 'main' });
  });

  test('does not wait for a fifo that is called like a manifest', async () => {
    const at = await home({ 'app/a.txt': '' });
    execFileSync('mkfifo', [path.join(at, 'app/package.json'), path.join(at, 'app/.git')]);
    expect(await find(at, 'app')).toBeNull();
  });

  test('is no longer true when a branch, a name or a nearer manifest changed', async () => {
    const at = await home({
      'app/.git/HEAD': head('main'),
      'app/package.json': '{"name":"a"}',
      'app/src/a.js': '',
    });
    const folder = path.join(at, 'app/src');
    const later = new Date(Date.now() + 5000);
    const isTrueAfter = async (change: () => Promise<unknown>) => {
      const found = await findProject(folder, at);
      expect(await isStillTrue(found)).toBe(true);
      await change();
      return isStillTrue(found);
    };
    const touch = (file: string) => utimes(path.join(at, file), later, later);
    expect(await isTrueAfter(() => touch('app/.git/HEAD'))).toBe(false);
    expect(await isTrueAfter(() => touch('app/package.json'))).toBe(false);
    expect(await isTrueAfter(() => writeFile(path.join(at, 'app/Gemfile'), ''))).toBe(false);
    expect(await isTrueAfter(() => touch('app/Gemfile'))).toBe(false);
    expect(await isTrueAfter(() => writeFile(path.join(folder, 'package.json'), '{}'))).toBe(false);
  });
});

describe('ProjectFinder', () => {
  test('looks again only when something changed', async () => {
    const at = await home({ 'app/package.json': '{"name":"a"}' });
    let looks = 0;
    const finder = new ProjectFinder(at, (folder, root) => {
      looks += 1;
      return findProject(folder, root);
    });
    const app = path.join(at, 'app');
    await finder.find(app);
    expect(await finder.find(app)).toMatchObject({ name: 'a' });
    expect(looks).toBe(1);
    await writeFile(path.join(app, 'new.json'), '{"name":"b"}');
    await rename(path.join(app, 'new.json'), path.join(app, 'package.json'));
    await utimes(path.join(app, 'package.json'), 1, 1);
    expect(await finder.find(app)).toMatchObject({ name: 'b' });
    expect(looks).toBe(2);
  });

  test('does not wait for folders that do not answer, nor look into more and more of them', async () => {
    let looks = 0;
    const finder = new ProjectFinder('/home/ann', () => {
      looks += 1;
      return new Promise(() => undefined);
    });
    expect(await Promise.all(['/mnt/1', '/mnt/2'].map((folder) => finder.find(folder)))).toEqual([
      null,
      null,
    ]);
    expect(await finder.find('/mnt/3')).toBeNull();
    expect(looks).toBe(2);
  });
});
