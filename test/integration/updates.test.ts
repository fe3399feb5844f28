import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { createRequire, Module } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { checkUpdates, type Updater } from '../../electron/desktop/updates/check-updates.ts';
import type { UpdateState } from '../../electron/desktop/updates/update-state.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

/** The real electron-updater, a real feed on this machine; of Electron, only the way it makes requests, with Node's in its place. */
const require = createRequire(import.meta.url);
const loader = Module as unknown as { _load: (name: string, ...more: unknown[]) => unknown };
const load = loader._load;
const electron = {
  net: {
    request: ({ session: _session, ...options }: http.RequestOptions & { session: unknown }) =>
      http.request(options),
  },
  session: { fromPartition: () => null },
  autoUpdater: { emit: () => true },
};

beforeAll(() => {
  loader._load = (name, ...more) => (name === 'electron' ? electron : load(name, ...more));
});

afterAll(() => {
  loader._load = load;
});

/** The newer version: leaves a mark that it was started. */
const newProgram = '#!/bin/sh\necho started > "$0.started"\n';
const served = new Map<string, string | null>();
let feed = '';

beforeEach(async () => {
  served.clear();
  const server = http.createServer((request, response) => {
    const content = served.get(new URL(request.url ?? '', 'http://feed').pathname);
    response.writeHead(content == null ? 404 : 200, { 'content-length': Buffer.byteLength(content ?? '') });
    response.end(content ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  feed = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

function offer(version: string, program = newProgram) {
  const sha512 = createHash('sha512').update(newProgram).digest('base64');
  const name = `berth-${version}-linux-x64.AppImage`;
  const size = Buffer.byteLength(program);
  served.set(
    '/latest-linux.yml',
    `version: ${version}\nfiles:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${size}\npath: ${name}\nsha512: ${sha512}\nreleaseDate: '2026-01-01T00:00:00.000Z'\n`,
  );
  served.set(`/${name}`, program);
}

/** Berth 0.1.0 as an AppImage, with its updater. */
async function open() {
  const folder = await temporaryFolder();
  const appImage = path.join(folder, 'Berth.AppImage');
  await writeFile(appImage, 'the old version');
  await chmod(appImage, 0o755);
  await mkdir(path.join(folder, 'cache'));
  const config = path.join(folder, 'app-update.yml');
  await writeFile(config, `provider: generic\nurl: ${feed}\nupdaterCacheDirName: berth-updater\n`);
  vi.stubEnv('APPIMAGE', appImage);
  onTestFinished(() => void vi.unstubAllEnvs());
  let quits = 0;
  const app = {
    version: '0.1.0',
    name: 'berth',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: folder,
    baseCachePath: path.join(folder, 'cache'),
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => void quits++,
    onQuit: () => undefined,
  };
  const states: UpdateState[] = [];
  const updates = checkUpdates({
    possible: { possible: true },
    loadUpdater: async (): Promise<Updater> => {
      const { AppImageUpdater } = require('electron-updater/out/AppImageUpdater');
      const { ElectronHttpExecutor } = require('electron-updater/out/electronHttpExecutor');
      const updater = new AppImageUpdater(null, app);
      // Given an app to stand for, it leaves this to whoever made it.
      updater.httpExecutor = new ElectronHttpExecutor();
      return updater;
    },
    onUpdate: (state) => states.push(state),
    beforeInstall: () => undefined,
  });
  const kinds = () => states.map(({ kind }) => kind);
  return { updates, states, kinds, appImage, quits: () => quits };
}

describe.runIf(process.platform === 'linux')('an AppImage and its feed', () => {
  test('the version that runs is the newest', async () => {
    offer('0.1.0');
    const { updates, kinds } = await open();
    await updates.check();
    expect(kinds()).toEqual(['not-checked', 'checking', 'none']);
  });

  test('a newer version is found, and fetched only when asked for, and put in place only when told', async () => {
    offer('0.2.0');
    const { updates, states, kinds, appImage, quits } = await open();
    await updates.check();
    expect(states.at(-1)).toEqual({ kind: 'available', version: '0.2.0' });
    expect(await readFile(appImage, 'utf8')).toBe('the old version');

    await updates.download();
    expect(states.at(-1)).toEqual({ kind: 'ready', version: '0.2.0' });
    expect(kinds()).toContain('downloading');
    expect(await readFile(appImage, 'utf8')).toBe('the old version');

    updates.install();
    expect(await readFile(appImage, 'utf8')).toBe(newProgram);
    await vi.waitFor(async () => {
      expect(await readFile(`${appImage}.started`, 'utf8')).toBe('started\n');
      expect(quits()).toBe(1);
    }, 10_000);
  });

  test('a file that is not the one of the feed is refused', async () => {
    offer('0.2.0', newProgram.replace('started', 'touched'));
    const { updates, states, kinds, appImage } = await open();
    await updates.check();
    await updates.download();
    expect(states.at(-1)).toMatchObject({ kind: 'failed', doing: 'download' });
    expect(kinds().filter((kind) => kind === 'failed')).toHaveLength(1);
    updates.install();
    expect(await readFile(appImage, 'utf8')).toBe('the old version');
  });

  test('a feed that does not answer is told once, in one line', async () => {
    const { updates, states, kinds } = await open();
    await updates.check();
    expect(kinds()).toEqual(['not-checked', 'checking', 'failed']);
    expect(states.at(-1)).toMatchObject({ doing: 'check', message: expect.stringMatching(/^.{10,160}$/) });
  });
});
