import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SettingsStore } from '../../../../../electron/core/settings/settings-store.ts';
import { defaultSettings } from '../../../../../shared/contract/default-settings.ts';
import type { Settings } from '../../../../../shared/contract/settings.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

async function open(content?: string) {
  const dataFolder = await temporaryFolder();
  const file = path.join(dataFolder, 'settings.json');
  if (content !== undefined) await writeFile(file, content);
  const told: string[] = [];
  const store = new SettingsStore({ dataFolder, tell: (sentence) => told.push(sentence) });
  const heard: Settings[] = [];
  store.changes.subscribe((settings) => heard.push(settings));
  return { dataFolder, file, store, told, heard };
}

describe('SettingsStore', () => {
  test('begins with the defaults of the contract', async () => {
    const { store, heard } = await open();
    expect(await store.read()).toEqual(defaultSettings);
    expect(heard).toEqual([]);
  });

  test('keeps a change and tells of it', async () => {
    const { dataFolder, store, heard } = await open();
    const expected = { ...defaultSettings, theme: 'dark' };
    expect(await store.change({ theme: 'dark' })).toEqual({ ok: true, value: expected });
    expect(heard).toEqual([expected]);
    const other = new SettingsStore({ dataFolder, tell: () => undefined });
    expect(await other.read()).toEqual(expected);
  });

  test('leaves alone what a change does not name', async () => {
    const { store } = await open();
    await store.change({ theme: 'light', protectedNames: ['postgres'] });
    await store.change({ scanIntervalMs: 500, theme: undefined });
    expect(await store.read()).toEqual({
      ...defaultSettings,
      theme: 'light',
      scanIntervalMs: 500,
      protectedNames: ['postgres'],
    });
  });

  test('fills up what an older file does not have and leaves out what a newer one has', async () => {
    const { store, told } = await open('{"theme":"dark","somethingNew":1}');
    expect(await store.read()).toEqual({ ...defaultSettings, theme: 'dark' });
    expect(told).toEqual([]);
  });

  test('uses the defaults and says so when a value is not possible', async () => {
    const { store, file, told } = await open('{"scanIntervalMs":1}');
    expect(await store.read()).toEqual(defaultSettings);
    expect(told[0]).toContain('settings');
    expect(await readFile(`${file}.broken`, 'utf8')).toBe('{"scanIntervalMs":1}');
  });

  test('tells of what another program changed when it is read', async () => {
    const { dataFolder, store, heard } = await open();
    await store.read();
    await new SettingsStore({ dataFolder, tell: () => undefined }).change({ theme: 'dark' });
    await store.read();
    expect(heard).toEqual([{ ...defaultSettings, theme: 'dark' }]);
  });
});
