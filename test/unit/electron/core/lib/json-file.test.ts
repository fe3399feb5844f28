import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { JsonFile } from '../../../../../electron/core/lib/json-file.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

interface Count {
  readonly count: number;
}

function open(file: string) {
  const told: string[] = [];
  let parsed = 0;
  const json = new JsonFile<Count>({
    file,
    what: 'counts',
    initial: { count: 0 },
    async parse(content) {
      parsed += 1;
      const count = (content as Partial<Count> | undefined)?.count;
      return typeof count === 'number' ? { count } : null;
    },
    tell: (sentence) => told.push(sentence),
  });
  const add = () => json.change(({ count }) => ({ count: count + 1 }));
  return { json, told, add, parsed: () => parsed };
}

describe('JsonFile', () => {
  test('holds its initial value without a file, and looks at no schema for it', async () => {
    const { json, told, parsed } = open(path.join(await temporaryFolder(), 'x.json'));
    expect(await json.read()).toEqual({ count: 0 });
    expect(parsed()).toBe(0);
    expect(told).toEqual([]);
  });

  test('writes into a folder that is not there yet', async () => {
    const file = path.join(await temporaryFolder(), 'a', 'b', 'x.json');
    expect(await open(file).add()).toEqual({ ok: true, value: { count: 1 } });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ count: 1 });
  });

  test('does not parse a file again that is the same', async () => {
    const file = path.join(await temporaryFolder(), 'x.json');
    await writeFile(file, '{"count":3}');
    const { json, parsed } = open(file);
    await json.read();
    expect(await json.read()).toEqual({ count: 3 });
    expect(parsed()).toBe(1);
  });

  test('loses nothing that another program wrote in between', async () => {
    const file = path.join(await temporaryFolder(), 'x.json');
    const [one, other] = [open(file), open(file)];
    for (let round = 0; round < 10; round += 1) {
      await one.add();
      await other.add();
    }
    expect(await one.json.read()).toEqual({ count: 20 });
  });

  test('makes changes one after the other', async () => {
    const file = path.join(await temporaryFolder(), 'x.json');
    const { json, add } = open(file);
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await json.read()).toEqual({ count: 20 });
  });

  test.each(['{"count":', 'null', '{"count":"3"}', ''])(
    'keeps a file aside that says %j',
    async (content) => {
      const folder = await temporaryFolder();
      const file = path.join(folder, 'x.json');
      await writeFile(file, content);
      const { json, told } = open(file);
      expect(await json.read()).toEqual({ count: 0 });
      expect(await json.read()).toEqual({ count: 0 });
      expect(await readFile(`${file}.broken`, 'utf8')).toBe(content);
      expect(await readdir(folder)).toEqual(['x.json.broken']);
      expect(told).toHaveLength(1);
      expect(told[0]).toContain(`${file}.broken`);
    },
  );

  test('works on after it kept a broken file aside', async () => {
    const file = path.join(await temporaryFolder(), 'x.json');
    await writeFile(file, 'broken');
    const { json, add } = open(file);
    await add();
    expect(await json.read()).toEqual({ count: 1 });
  });

  test('says what failed when there can be no such folder', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'file'), '');
    const outcome = await open(path.join(folder, 'file', 'x.json')).add();
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'storage-failed' } });
  });

  test('neither reads nor replaces what is no file', async () => {
    const file = await temporaryFolder();
    const { json, told, add } = open(file);
    expect(await json.read()).toEqual({ count: 0 });
    expect(told[0]).toContain('cannot be read');
    expect(await add()).toMatchObject({ ok: false, failure: { code: 'storage-failed' } });
  });
});
