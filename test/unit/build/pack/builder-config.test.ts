import { describe, expect, test } from 'vitest';
import { builderConfig } from '../../../../build/pack/builder-config.mjs';

const released = { GITHUB_REPOSITORY: 'someone/berth' };
const certificate = { CSC_LINK: 'certificate' };
const config = (env: Record<string, string> = {}, host: NodeJS.Platform = 'linux') =>
  builderConfig({ env, host });

describe('updates', () => {
  test('there is no feed where the place of releases is not known', () => {
    expect(config().publish).toBeNull();
    expect(config({ GITHUB_REPOSITORY: '' }).publish).toBeNull();
  });

  test('the feed is the repository that the workflow runs for', () => {
    expect(config(released).publish).toEqual({ provider: 'github', owner: 'someone', repo: 'berth' });
  });

  test('what is odd as a repository is no feed', () => {
    expect(config({ GITHUB_REPOSITORY: 'a/b/c' }).publish).toBeNull();
    expect(config({ GITHUB_REPOSITORY: '$(x)/b' }).publish).toBeNull();
  });

  test('an app for macOS that nobody signed looks for none', () => {
    expect(config(released).mac).toMatchObject({ publish: null });
    expect(config({ ...released, ...certificate }).mac).not.toHaveProperty('publish');
  });
});

describe('signing for macOS', () => {
  test('without a certificate the app is not hardened, and its own framework may be loaded', () => {
    expect(config().mac).toMatchObject({ identity: null, hardenedRuntime: false, notarize: false });
  });

  test('with one it is hardened', () => {
    const { mac } = config(certificate);
    expect(mac).toMatchObject({ hardenedRuntime: true, notarize: false });
    expect(mac).not.toHaveProperty('identity');
  });

  const account = { APPLE_ID: 'a', APPLE_APP_SPECIFIC_PASSWORD: 'b', APPLE_TEAM_ID: 'c' };
  const key = { APPLE_API_KEY: 'a', APPLE_API_KEY_ID: 'b', APPLE_API_ISSUER: 'c' };

  test.each([account, key])('Apple is asked for its approval with whole credentials only (%o)', (whole) => {
    expect(config({ ...certificate, ...whole }).mac?.notarize).toBe(true);
    for (const missing of Object.keys(whole)) {
      expect(config({ ...certificate, ...whole, [missing]: '' }).mac?.notarize).toBe(false);
    }
    expect(config(whole).mac?.notarize).toBe(false);
  });

  test('on a Mac, flipped fuses of an unsigned program get a signature that lets it start', () => {
    const resets = (env: Record<string, string>, host: NodeJS.Platform) =>
      config(env, host).electronFuses?.resetAdHocDarwinSignature;
    expect(resets({}, 'darwin')).toBe(true);
    expect(resets(certificate, 'darwin')).toBe(false);
    expect(resets({}, 'linux')).toBe(false);
  });
});

test('each call answers lists of its own, for electron-builder writes into them', () => {
  const first = config();
  (first.files as string[]).push('more');
  expect(config().files).not.toContain('more');
});

test('nothing claims a kind of file', () => {
  const { fileAssociations, mac, win, linux } = config(released);
  expect([fileAssociations, mac, win, linux].filter((part) => part && 'fileAssociations' in part)).toEqual(
    [],
  );
  expect(fileAssociations).toBeUndefined();
});
