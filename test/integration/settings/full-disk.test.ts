import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { LabelStore } from '../../../electron/core/labels/label-store.ts';
import { SettingsStore } from '../../../electron/core/settings/settings-store.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const mayMount = canMount();
if (!mayMount) console.warn('SKIPPED: this user may not mount a small disk, so no disk was really full.');

/** A disk in memory with room for a few small files. */
async function mountSmallDisk(): Promise<string> {
  const folder = await temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'berth-test', folder]);
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}

function canMount(): boolean {
  if (!isLinux || process.getuid?.() !== 0) return false;
  try {
    // In a container even root may not mount.
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'berth-test', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function fill(folder: string): void {
  try {
    writeFileSync(path.join(folder, 'filler'), Buffer.alloc(128 * 1024));
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  }
}

describe.skipIf(!mayMount)('on a real small disk', () => {
  test('a full disk fails the change by name, leaves the old settings and no half file', async () => {
    const dataFolder = await mountSmallDisk();
    const store = new SettingsStore({ dataFolder, tell: () => undefined });
    await store.change({ theme: 'dark' });
    const before = readFileSync(path.join(dataFolder, 'settings.json'), 'utf8');
    fill(dataFolder);
    const outcome = await store.change({ theme: 'light' });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'storage-full' } });
    expect(await store.read()).toMatchObject({ theme: 'dark' });
    expect(readFileSync(path.join(dataFolder, 'settings.json'), 'utf8')).toBe(before);
    expect(readdirSync(dataFolder).sort()).toEqual(['filler', 'settings.json']);
  });

  test('a change succeeds again once there is room', async () => {
    const dataFolder = await mountSmallDisk();
    const store = new LabelStore({ dataFolder, tell: () => undefined });
    fill(dataFolder);
    expect(await store.change({ port: 1, label: 'a' })).toMatchObject({ failure: { code: 'storage-full' } });
    expect(store.labelOf(1)).toBeNull();
    await rm(path.join(dataFolder, 'filler'));
    expect(await store.change({ port: 1, label: 'a' })).toMatchObject({ ok: true });
    expect(store.labelOf(1)).toBe('a');
  });

  test('a read-only disk fails the change by name', async () => {
    const dataFolder = await mountSmallDisk();
    execFileSync('mount', ['-o', 'remount,ro', dataFolder]);
    const store = new SettingsStore({ dataFolder, tell: () => undefined });
    const outcome = await store.change({ theme: 'light' });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'storage-failed' } });
    if (!outcome.ok) expect(outcome.failure.message).toContain('read-only');
  });

  test('a broken file on a read-only disk is told once and not replaced', async () => {
    const dataFolder = await mountSmallDisk();
    writeFileSync(path.join(dataFolder, 'settings.json'), 'broken');
    execFileSync('mount', ['-o', 'remount,ro', dataFolder]);
    const told: string[] = [];
    const store = new SettingsStore({ dataFolder, tell: (sentence) => told.push(sentence) });
    await store.read();
    await store.read();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('could not be moved aside');
    expect(readFileSync(path.join(dataFolder, 'settings.json'), 'utf8')).toBe('broken');
  });
});
