import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LabelStore } from '../../../../../electron/core/labels/label-store.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

function open(dataFolder: string) {
  const told: string[] = [];
  const store = new LabelStore({ dataFolder, tell: (sentence) => told.push(sentence) });
  const heard: (readonly number[])[] = [];
  store.changes.subscribe((ports) => heard.push(ports));
  return { store, told, heard };
}

describe('LabelStore', () => {
  test('keeps a label and tells which port has a new one', async () => {
    const folder = await temporaryFolder();
    const { store, heard } = open(folder);
    expect(await store.change({ port: 3000, label: 'gateway' })).toEqual({ ok: true, value: {} });
    expect(store.labelOf(3000)).toBe('gateway');
    expect(store.labelOf(300)).toBeNull();
    expect(heard).toEqual([[3000]]);
    expect(await open(folder).store.read()).toEqual({ '3000': 'gateway' });
  });

  test('takes a label away', async () => {
    const { store } = open(await temporaryFolder());
    await store.change({ port: 3000, label: 'gateway' });
    await store.change({ port: 3000, label: null });
    expect(store.labelOf(3000)).toBeNull();
    expect(await store.read()).toEqual({});
  });

  test('is silent when nothing is different', async () => {
    const { store, heard } = open(await temporaryFolder());
    await store.change({ port: 3000, label: null });
    expect(heard).toEqual([]);
  });

  test('keeps what another program labelled', async () => {
    const folder = await temporaryFolder();
    const [one, other] = [open(folder), open(folder)];
    await one.store.change({ port: 3000, label: 'gateway' });
    await other.store.change({ port: 3001, label: 'mail' });
    expect(await one.store.read()).toEqual({ '3000': 'gateway', '3001': 'mail' });
    expect(one.heard).toEqual([[3000], [3001]]);
  });

  test('begins anew and says so when the file is broken', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'labels.json'), '{"http":"gateway"}');
    const { store, told } = open(folder);
    expect(await store.read()).toEqual({});
    expect(told[0]).toContain('labels.json.broken');
  });
});
