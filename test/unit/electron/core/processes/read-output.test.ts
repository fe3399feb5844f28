import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTail } from '../../../../../electron/core/processes/read-output.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

const plenty = { mostLines: 100, mostBytes: 10_000 };

async function tail(contents: readonly (string | Buffer)[], limits = plenty, wasCut = false) {
  const folder = await temporaryFolder();
  const files = contents.map((_, index) => path.join(folder, String(index)));
  for (const [index, file] of files.entries()) await writeFile(file, contents[index] ?? '');
  return readTail(files, limits, wasCut);
}

describe('readTail', () => {
  test('gives lines, oldest first, with empty ones and one without an end', async () => {
    expect(await tail(['one\r\n\ntwo\nthr'])).toEqual({ lines: ['one', '', 'two', 'thr'], isCut: false });
  });

  test('joins files, also in the middle of a character', async () => {
    const text = Buffer.from('grüße\nort\n');
    expect(await tail([text.subarray(0, 3), text.subarray(3)])).toEqual({
      lines: ['grüße', 'ort'],
      isCut: false,
    });
  });

  test('replaces bytes that are no text and leaves control characters', async () => {
    expect((await tail([Buffer.from('a\xff\x1b[31m\n', 'latin1')])).lines).toEqual(['a\ufffd\x1b[31m']);
  });

  test('drops the oldest lines, and the rest of one that was cut', async () => {
    const content = 'one\ntwo\nthree\n';
    expect(await tail([content], { ...plenty, mostLines: 2 })).toEqual({
      lines: ['two', 'three'],
      isCut: true,
    });
    expect(await tail([content], { ...plenty, mostBytes: 8 })).toEqual({ lines: ['three'], isCut: true });
    expect(await tail(['ne\n', 'two\n'], plenty, true)).toEqual({ lines: ['two'], isCut: true });
  });

  test('shortens an endless line', async () => {
    const { lines } = await tail(['x'.repeat(5000)]);
    expect(lines).toEqual([`${'x'.repeat(2000)}…`]);
  });

  test('skips the hole that a program leaves which writes to a place of its own', async () => {
    expect((await tail([Buffer.concat([Buffer.alloc(100), Buffer.from('line\n')])])).lines).toEqual(['line']);
  });

  test('takes a file that is gone for an empty one', async () => {
    expect(await readTail(['/nowhere/at-all'], plenty, false)).toEqual({ lines: [], isCut: false });
  });
});
