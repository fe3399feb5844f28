import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builderConfig } from '../../../build/pack/builder-config.mjs';
import { checkPacked } from '../../../build/pack/check-packed.mjs';
import { readAsar } from '../../../build/pack/read-asar.mjs';
import { fuseSentinel } from '../../../build/pack/read-fuses.mjs';
import { runBuilder } from '../../../build/pack/run-builder.mjs';
import { makeStubElectron } from '../../../build/pack/stub-electron.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

test('what is packed for each system is as it should be, and on Linux runs', { timeout: 120_000 }, () => {
  const { VITEST: _vitest, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/pack-check.mjs'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect(stderr).not.toMatch(/^(linux|darwin|win32): /m);
  expect(stdout).toMatch(/Packed for linux, .*: as it should be\.\n$/);
  expect(status).toBe(0);
});

describe('the check', () => {
  let place = '';
  let output = '';
  let built: string[] = [];

  beforeAll(async () => {
    place = mkdtempSync(path.join(os.tmpdir(), 'berth-packed-'));
    output = path.join(place, 'packages');
    const electronDist = path.join(place, 'electron');
    makeStubElectron('linux', electronDist);
    const config = builderConfig({ env: {}, host: process.platform, electronDist, output });
    await runBuilder('linux', config, { targets: ['dir'], onlyX64: true });
    const archive = readFileSync(path.join(output, 'linux-unpacked/resources/app.asar'));
    built = [...readAsar(archive).keys()]
      .filter((file) => file.startsWith('dist/'))
      .map((file) => file.slice(5));
  }, 60_000);

  afterAll(() => rmSync(place, { recursive: true, force: true }));

  test('finds nothing wrong with what was packed', () => {
    expect(checkPacked('linux', output, built)).toEqual([]);
  });

  test('finds a file that should not be packed, and one that should', () => {
    const [first = '', ...others] = built.filter((file) => file.startsWith('renderer/assets/'));
    const rest = built.filter((file) => !file.startsWith('renderer/assets/'));
    expect(checkPacked('linux', output, [...rest, ...others])).toEqual([
      `linux: should not be in the archive: dist/${first}`,
    ]);
    expect(checkPacked('linux', output, [...built, 'desktop/more.cjs'])).toEqual([
      'linux: missing in the archive: dist/desktop/more.cjs',
    ]);
  });

  test('finds a fuse that is not as it was asked for', () => {
    const program = path.join(output, 'linux-unpacked/berth-desktop');
    const bytes = readFileSync(program);
    const first = bytes.indexOf(fuseSentinel) + fuseSentinel.length + 2;
    const turned = Buffer.from(bytes);
    turned.write('0', first);
    turned.write('1', first + 2);
    writeFileSync(program, turned);
    const problems = checkPacked('linux', output, built);
    writeFileSync(program, bytes);
    expect(problems).toEqual([
      'linux: the fuse runAsNode should be on',
      'linux: the fuse enableNodeOptionsEnvironmentVariable should be off',
    ]);
  });

  test('finds that the command line is not beside the archive', () => {
    rmSync(path.join(output, 'linux-unpacked/resources/bin'), { recursive: true });
    expect(checkPacked('linux', output, built)).toEqual(['linux: missing beside the archive: bin/berth']);
  });

  test('nothing of a package manager, no source and no map is in the archive', () => {
    const all = readdirSync(path.join(output, 'linux-unpacked'), { recursive: true, encoding: 'utf8' });
    const odd = [...all, ...built].filter((file) => /node_modules|\.(map|ts|tsx)$/.test(file));
    expect(odd).toEqual([]);
  });
});
