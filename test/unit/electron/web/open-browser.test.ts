import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { browserCommand, openBrowser } from '../../../../electron/web/open-browser.ts';

const url = 'http://127.0.0.1:62893/?token=a&b=c';

test('every system gets the address as one argument of a program that is no shell', () => {
  expect(browserCommand(url, { platform: 'darwin', env: {} })).toEqual({
    program: '/usr/bin/open',
    args: [url],
  });
  expect(browserCommand(url, { platform: 'win32', env: { SystemRoot: 'D:\\Win' } })).toEqual({
    program: 'D:\\Win\\System32\\rundll32.exe',
    args: ['url.dll,FileProtocolHandler', url],
  });
  for (const display of ['DISPLAY', 'WAYLAND_DISPLAY']) {
    expect(browserCommand(url, { platform: 'linux', env: { [display]: ':0' } })).toEqual({
      program: 'xdg-open',
      args: [url],
    });
  }
});

test('without a display on Linux nothing is started', async () => {
  expect(browserCommand(url, { platform: 'linux', env: {} })).toBeNull();
  expect(await openBrowser(url, { platform: 'linux', env: { DISPLAY: '' } })).toBe(false);
});

test.runIf(process.platform === 'linux')('the program really gets the address', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'berth-open-'));
  const told = path.join(folder, 'told');
  await writeFile(
    path.join(folder, 'xdg-open'),
    `#!/bin/sh\nprintf %s "$1" > ${told}.tmp && mv ${told}.tmp ${told}\n`,
  );
  await chmod(path.join(folder, 'xdg-open'), 0o755);
  const env = { DISPLAY: ':0', PATH: `${folder}:${process.env.PATH}` };
  expect(await openBrowser(url, { platform: 'linux', env })).toBe(true);
  expect(await readWhenThere(told)).toBe(url);
});

test.runIf(process.platform === 'linux')('a missing program is no browser and no error', async () => {
  const env = { DISPLAY: ':0', PATH: '/nowhere' };
  expect(await openBrowser(url, { platform: 'linux', env })).toBe(false);
});

async function readWhenThere(file: string): Promise<string> {
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text) return text;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
