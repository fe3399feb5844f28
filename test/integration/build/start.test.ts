import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const isRoot = process.getuid?.() === 0;
let place = '';
let child: ChildProcessWithoutNullStreams | null = null;

beforeEach(async () => {
  place = await mkdtemp(path.join(os.tmpdir(), 'berth-start-'));
});

afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(place, { recursive: true, force: true });
});

/** `npm start` in a session with these variables and no display but the given one. */
function start(args: readonly string[], variables: Readonly<Record<string, string>>) {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, VITEST: _vitest, ...env } = process.env;
  const started = spawn(process.execPath, ['build/start.mjs', ...args], {
    cwd: root,
    env: { ...env, BERTH_DATA: place, ...variables },
  });
  child = started;
  const output = { stdout: '', stderr: '' };
  started.stdout.on('data', (chunk: Buffer) => {
    output.stdout += chunk.toString();
  });
  started.stderr.on('data', (chunk: Buffer) => {
    output.stderr += chunk.toString();
  });
  const ended = once(started, 'close').then(([code]) => code as number | null);
  return { output, ended, started };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A program in Electron's place that says how it was started, then ends with code 7. */
async function plantElectron(): Promise<string> {
  const file = path.join(place, 'electron');
  await writeFile(file, '#!/bin/sh\n[ "$1" = --version ] && exit 0\necho "started with $*"\nexit 7\n');
  await chmod(file, 0o755);
  return place;
}

test.runIf(process.platform === 'linux')(
  'without a display it says so in one line, prints one link, and ends on Ctrl-C',
  async () => {
    const { output, ended, started } = start(['--no-open'], {});
    await until(() => output.stdout.includes('http://127.0.0.1:'));
    started.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(output.stderr.trim()).toBe(
      'No desktop window: there is no display. Starting the browser interface instead.',
    );
    expect(output.stdout.trim().split('\n')).toHaveLength(1);
  },
);

test.runIf(process.platform === 'linux')(
  'with a display it starts Electron and ends as it does; root, whom Electron refuses, gets the reason',
  async () => {
    const { output, ended } = start(isRoot ? ['--no-open'] : ['--some-flag'], {
      DISPLAY: ':0',
      ELECTRON_OVERRIDE_DIST_PATH: await plantElectron(),
    });
    if (isRoot) {
      await until(() => output.stdout.includes('http://127.0.0.1:'));
      expect(output.stderr).toContain('Electron does not run as root without giving up its sandbox');
    } else {
      expect(await ended).toBe(7);
      expect(output.stdout).toBe('started with . --some-flag\n');
    }
  },
);
