import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { takeTurn } from '../../../../build/first-run/take-turn.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'berth-turn-'));
const lock = path.join(folder, 'lock');

beforeEach(() => rmSync(lock, { force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the second waits until the first is done', async () => {
  const order: string[] = [];
  let finishFirst = () => {};
  const first = takeTurn(async () => {
    order.push('first begins');
    await new Promise<void>((resolve) => {
      finishFirst = resolve;
    });
    order.push('first ends');
  }, lock);
  const second = takeTurn(async () => void order.push('second'), lock);
  await new Promise((resolve) => setTimeout(resolve, 300));
  finishFirst();
  await Promise.all([first, second]);
  expect(order).toEqual(['first begins', 'first ends', 'second']);
});

test('a lock whose process is gone counts for nothing', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(lock, String(pid));
  expect(await takeTurn(async () => 'done', lock)).toBe('done');
});

test('a failure gives the turn back', async () => {
  const failing = takeTurn(async () => {
    throw new Error('no space');
  }, lock);
  await expect(failing).rejects.toThrow('no space');
  expect(existsSync(lock)).toBe(false);
});
