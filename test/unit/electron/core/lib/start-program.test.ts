import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startProgram } from '../../../../../electron/core/lib/start-program.ts';

const write = 'require("fs").writeFileSync(process.argv[1], JSON.stringify(process.argv.slice(2)))';

async function readWhenThere(file: string): Promise<unknown> {
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text) return JSON.parse(text);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('starts the program with exactly the arguments given, no shell in between', async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'berth-start-')), 'out');
  const odd = ['a b', '$HOME', '"', "'", '; exit 1', '*', ''];
  const pid = await startProgram(process.execPath, ['-e', write, file, ...odd]);
  expect(pid).toBeGreaterThan(0);
  expect(await readWhenThere(file)).toEqual(odd);
});

test('says when a program is missing or may not be run', async () => {
  await expect(startProgram('/nowhere/program', [])).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(startProgram(tmpdir(), [])).rejects.toMatchObject({ code: 'EACCES' });
});
