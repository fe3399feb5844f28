import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lockLivesFor, WriterLock } from '../../../../../electron/core/lib/writer-lock.ts';
import { temporaryFolder } from '../../../../helpers/temporary-folder.ts';

async function twoOverOneFile() {
  const file = path.join(await temporaryFolder(), 'writer.lock');
  return { file, first: new WriterLock(file), second: new WriterLock(file) };
}

test('a lock is had by one at a time', async () => {
  const { first, second } = await twoOverOneFile();
  const now = Date.now();
  expect(await first.take(now)).toBe(true);
  expect(await second.take(now)).toBe(false);
  await first.release();
  expect(await second.take(now)).toBe(true);
});

test('who slept while another took the lock over knows that it is gone, and leaves it there', async () => {
  const { file, first, second } = await twoOverOneFile();
  const now = Date.now();
  await first.take(now);
  const awake = now + 2 * lockLivesFor;
  expect(await second.take(awake)).toBe(true);
  expect(await first.take(Date.now())).toBe(false);
  await first.release();
  expect(await readFile(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  expect(await second.take(awake)).toBe(true);
});
