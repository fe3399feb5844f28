import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parsePlace, WindowMemory } from '../../../../../electron/desktop/window/window-memory.ts';

const place = { bounds: { x: 10, y: -20, width: 800, height: 600 }, isMaximized: true };
let folder = '';
let told: string[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'berth-window-'));
  told = [];
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const open = () => new WindowMemory(folder, (sentence) => told.push(sentence));

test('what is kept is there for the next start', async () => {
  await open().keep(place);
  expect(await open().read()).toEqual(place);
});

test('the first start knows nothing and says nothing', async () => {
  expect(await open().read()).toBeNull();
  expect(told).toEqual([]);
});

test('a damaged file is put aside and told', async () => {
  await writeFile(path.join(folder, 'window.json'), '{"bounds":');
  expect(await open().read()).toBeNull();
  expect(told).toHaveLength(1);
  expect(await readFile(path.join(folder, 'window.json.broken'), 'utf8')).toBe('{"bounds":');
});

test.each([
  ['nothing', null],
  ['a text', 'here'],
  ['no bounds', { isMaximized: true }],
  ['a place without a size', { ...place, bounds: { ...place.bounds, width: 0 } }],
  ['a fraction of a pixel', { ...place, bounds: { ...place.bounds, x: 0.5 } }],
  ['a word for a number', { ...place, bounds: { ...place.bounds, y: '12' } }],
  ['no word on being maximised', { bounds: place.bounds }],
])('%s is no place', (_what, content) => {
  expect(parsePlace(content)).toBeNull();
});
