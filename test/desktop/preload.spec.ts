import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './desktop.ts';

interface DropWindow {
  dropped?: readonly string[];
  readonly berth: { pathOfDroppedFile(file: File): string };
}

test('the page gets four functions and nothing else', async ({ desktop: { page } }) => {
  const shape = await page.evaluate(() => {
    const { berth } = window as unknown as { berth: Record<string, unknown> };
    return Object.fromEntries(Object.entries(berth).map(([name, value]) => [name, typeof value]));
  });
  expect(shape).toEqual({
    send: 'function',
    onMessage: 'function',
    onClose: 'function',
    pathOfDroppedFile: 'function',
  });
});

test('the page can neither change the bridge nor put another in its place', async ({ desktop: { page } }) => {
  const outcome = await page.evaluate(() => {
    const { berth } = window as unknown as { berth: Record<string, unknown> };
    const attempt = (change: () => void) => {
      try {
        change();
        return 'done';
      } catch (error) {
        return (error as Error).name;
      }
    };
    return [
      attempt(() => Object.assign(window, { berth: {} })),
      attempt(() => Object.assign(berth, { send: () => undefined })),
      Object.isFrozen(berth),
    ];
  });
  expect(outcome).toEqual(['TypeError', 'TypeError', true]);
});

test('nothing of Node or Electron is in the page', async ({ desktop: { page } }) => {
  const present = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  );
  expect(present).toEqual([]);
});

test('the page runs in a sandbox, apart from the preload, without Node', async ({ desktop: { control } }) => {
  const [window] = await control.windows();
  expect(window?.preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test('a dropped folder and a dropped file give their real paths', async ({ desktop, folder }) => {
  const { page, control } = desktop;
  const site = path.join(folder, 'my site');
  const file = path.join(folder, 'notes.txt');
  await mkdir(site);
  await writeFile(file, 'text');
  await page.evaluate(() => {
    const page = window as unknown as DropWindow;
    const take = (event: DragEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type !== 'drop') return;
      page.dropped = [...(event.dataTransfer?.files ?? [])].map((dropped) =>
        page.berth.pathOfDroppedFile(dropped),
      );
    };
    for (const type of ['dragenter', 'dragover', 'drop'] as const) window.addEventListener(type, take, true);
  });
  await control.dropOnWindow(page, [site, file]);
  await expect
    .poll(() => page.evaluate(() => (window as unknown as DropWindow).dropped))
    .toEqual([site, file]);
});

test('a file that a script made has no path', async ({ desktop: { page } }) => {
  const found = await page.evaluate(() =>
    (window as unknown as DropWindow).berth.pathOfDroppedFile(new File(['text'], '/etc/passwd')),
  );
  expect(found).toBe('');
});
