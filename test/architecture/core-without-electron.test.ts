import { expect, test, vi } from 'vitest';

vi.mock('electron', () => {
  throw new Error('electron was loaded');
});

/** Everything of the core but what runs as a worker thread only. */
const files = import.meta.glob([
  '../../electron/core/**/*.ts',
  '!**/scan-worker.ts',
  '!**/folder-program.ts',
]);

test('the trap springs', async () => {
  const electron = 'electron';
  await expect(import(/* @vite-ignore */ electron)).rejects.toThrow();
});

test('every file of the core loads without Electron', async () => {
  expect(Object.keys(files).length).toBeGreaterThan(10);
  for (const load of Object.values(files)) await load();
});
