import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { createFolders, type FoldersOptions } from '../../../electron/core/folders/create-folders.ts';
import type { Folders } from '../../../electron/core/folders/folders.ts';
import { systemClock } from '../../../electron/core/lib/clock.ts';
import { forkNodeProgram } from '../../../electron/core/lib/fork-node-program.ts';
import type { NodeProgram } from '../../../electron/core/lib/node-program.ts';
import { defaultFolderOptions } from '../../../shared/contract/default-folder-options.ts';
import { type ServedFolder, servedFolderSchema } from '../../../shared/contract/folders.ts';
import { StillClock } from '../../fakes/still-clock.ts';
import { isLinux } from '../../helpers/is-linux.ts';
import { ownPort } from '../../helpers/own-port.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { until } from '../../helpers/until.ts';

const programFile = path.resolve(import.meta.dirname, '../../../dist/node/folder-program.js');

type Surroundings = Pick<FoldersOptions, 'clock' | 'startProgram'>;

interface Place {
  readonly home: string;
  readonly site: string;
  readonly data: string;
  readonly port: number;
}

async function aPlace(): Promise<Place> {
  const home = await temporaryFolder();
  const site = path.join(home, 'site');
  await mkdir(site);
  await writeFile(path.join(site, 'index.html'), 'hello from the folder');
  return { home, site, data: path.join(home, '.berth'), port: await ownPort() };
}

function openFolders(
  { home, data, port }: Place,
  holder: string | null = null,
  { clock = systemClock, startProgram = forkNodeProgram }: Partial<Surroundings> = {},
): Folders {
  const folders = createFolders({
    dataFolder: data,
    home,
    platform: 'linux',
    privileged: false,
    clock,
    startProgram,
    programFile,
    holderOf: async () => holder,
    heldPorts: () => new Set(),
    settings: async () => ({ folderDefaults: defaultFolderOptions, folderPort: port }),
    tell: () => undefined,
    remember: true,
  });
  onTestFinished(() => folders.close());
  return folders;
}

async function serve(folders: Folders, request: Parameters<Folders['serve']>[0]): Promise<ServedFolder> {
  const result = await folders.serve(request);
  if (result.outcome !== 'serving') throw new Error(result.message);
  return servedFolderSchema.parse(result.folder);
}

/** As a browser goes to a page; `fetch` says of itself that it does not. */
function navigateTo(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { accept: 'text/html' } }, async (response) => resolve(await text(response))).on(
      'error',
      reject,
    );
  });
}

const textAt = async (url: string | undefined) => (await fetch(url ?? '')).text();

test.skipIf(!isLinux)(
  'a folder answers on both families of this machine and on no other address',
  async () => {
    const place = await aPlace();
    const folder = await serve(openFolders(place), { path: place.site });
    expect(folder.urls).toEqual([`http://127.0.0.1:${place.port}/`, `http://[::1]:${place.port}/`]);
    for (const url of folder.urls) expect(await textAt(url)).toBe('hello from the folder');
    const hexPort = place.port.toString(16).toUpperCase().padStart(4, '0');
    expect(await boundAt(hexPort)).toEqual(['0100007F', '00000000000000000000000001000000']);
  },
);

/** Local addresses of listeners (state 0A) on a port, as the kernel writes them. */
async function boundAt(hexPort: string): Promise<readonly string[]> {
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8')));
  const rows = tables.join('').matchAll(/^ *\d+: ([0-9A-F]+):([0-9A-F]{4}) \S+ 0A /gm);
  return [...rows].flatMap(([, address = '', port]) => (port === hexPort ? [address] : []));
}

test('a port that is taken sends the folder to another one and says by whom', async () => {
  const place = await aPlace();
  const other = createServer().listen(place.port, '127.0.0.1');
  onTestFinished(() => void other.close());
  const folder = await serve(openFolders(place, 'python3 (60311)'), { path: place.site });
  expect(folder.port).not.toBe(place.port);
  expect(folder.message).toBe(`${place.port} is held by python3 (60311), so it is served on ${folder.port}.`);
  expect(await textAt(folder.urls[0])).toBe('hello from the folder');
});

test('a port that was asked for and is taken is refused with the holder', async () => {
  const place = await aPlace();
  const other = createServer().listen(place.port, '::1');
  onTestFinished(() => void other.close());
  const result = await openFolders(place, 'node (7)').serve({ path: place.site, port: place.port });
  expect(result).toMatchObject({ outcome: 'refused', reason: 'port-taken' });
  expect(result.outcome === 'refused' && result.message).toContain(`${place.port} is held by node (7)`);
});

test('two folders get a port each, and the same folder twice is one', async () => {
  const place = await aPlace();
  const folders = openFolders(place);
  const [first, second, again] = await Promise.all([
    serve(folders, { path: place.site }),
    serve(folders, { path: place.home, despiteWarning: true }),
    serve(folders, { path: place.site }),
  ]);
  expect(first.port).not.toBe(second.port);
  expect(again.id).toBe(first.id);
  expect(folders.list()).toHaveLength(2);
});

test('a file is refused and its folder offered; what is missing is refused', async () => {
  const place = await aPlace();
  const folders = openFolders(place);
  expect(await folders.serve({ path: path.join(place.site, 'index.html') })).toMatchObject({
    outcome: 'refused',
    reason: 'not-a-folder',
    offer: place.site,
  });
  expect(await folders.serve({ path: path.join(place.site, 'nowhere') })).toMatchObject({
    reason: 'missing',
  });
  expect(await folders.serve({ path: `${place.site}\0` })).toMatchObject({ reason: 'missing' });
  expect(folders.list()).toEqual([]);
});

test('the home folder is served only despite the warning', async () => {
  const place = await aPlace();
  const folders = openFolders(place);
  expect(await folders.serve({ path: place.home })).toMatchObject({
    outcome: 'refused',
    reason: 'dangerous',
  });
  expect((await serve(folders, { path: place.home, despiteWarning: true })).state).toBe('serving');
});

test('a stop frees the port, and a start serves it again on the same one', async () => {
  const place = await aPlace();
  const folders = openFolders(place);
  const { id } = await serve(folders, { path: place.site });
  expect(await folders.stop(id)).toMatchObject({
    ok: true,
    value: { state: 'stopped', urls: [], pid: null },
  });
  await expect(fetch(`http://127.0.0.1:${place.port}/`)).rejects.toThrow();
  expect(await folders.start(id)).toMatchObject({ ok: true, value: { folder: { port: place.port } } });
  expect(await textAt(`http://127.0.0.1:${place.port}/`)).toBe('hello from the folder');
});

test('requests are counted and listed', async () => {
  const place = await aPlace();
  const folders = openFolders(place);
  const { id, urls } = await serve(folders, { path: place.site });
  await textAt(urls[0]);
  await fetch(`${urls[0]}missing`);
  await until(() => folders.list()[0]?.requests === 2);
  const log = await folders.log({ id, after: 1 });
  expect(log).toMatchObject({ ok: true, value: { entries: [{ number: 2, path: '/missing', status: 404 }] } });
});

test('a change of options holds at once, on the same port', async () => {
  const place = await aPlace();
  const folders = openFolders(place);
  const { id, urls } = await serve(folders, { path: place.site });
  expect((await fetch(`${urls[0]}some/page`)).status).toBe(404);
  expect(await folders.change({ id, options: { spa: true } })).toMatchObject({ value: { port: place.port } });
  expect(await navigateTo(`${urls[0]}some/page`)).toBe('hello from the folder');
});

test.skipIf(!isLinux)(
  'the network opens every address, denies hidden files and is never remembered',
  async () => {
    const place = await aPlace();
    await writeFile(path.join(place.site, '.secret'), 'hidden');
    const folders = openFolders(place);
    const { id, urls } = await serve(folders, { path: place.site, options: { showHidden: true } });
    expect(await textAt(`${urls[0]}.secret`)).toBe('hidden');
    const changed = await folders.change({ id, options: { network: true } });
    expect(changed).toMatchObject({ ok: true, value: { networkUntil: expect.any(String) } });
    expect((await fetch(`${urls[0]}.secret`)).status).toBe(404);
    expect(await boundAt(place.port.toString(16).toUpperCase())).toEqual(['00000000', '0'.repeat(32)]);
    await folders.close();
    const next = openFolders(place);
    await next.resume();
    expect(next.list()).toMatchObject([{ id, state: 'serving', options: { network: false } }]);
  },
);

test('what was served is served again in the next run; what was stopped is not', async () => {
  const place = await aPlace();
  const other = path.join(place.home, 'other');
  await mkdir(other);
  const first = openFolders(place);
  await serve(first, { path: place.site });
  const stopped = await serve(first, { path: other });
  await first.stop(stopped.id);
  await first.close();
  await expect(fetch(`http://127.0.0.1:${place.port}/`)).rejects.toThrow();

  const second = openFolders(place);
  await second.resume();
  expect(second.list().map(({ path: folder, state }) => [folder, state])).toEqual([
    [place.site, 'serving'],
    [other, 'stopped'],
  ]);
  expect(await textAt(`http://127.0.0.1:${place.port}/`)).toBe('hello from the folder');
});

test('a folder that is taken out is forgotten, and stays where it is', async () => {
  const place = await aPlace();
  const folders = openFolders(place);
  const { id } = await serve(folders, { path: place.site });
  await folders.remove(id);
  expect(folders.list()).toEqual([]);
  await folders.close();
  const next = openFolders(place);
  await next.resume();
  expect(next.list()).toEqual([]);
  expect(await readFile(path.join(place.site, 'index.html'), 'utf8')).toBe('hello from the folder');
});

test('a server that is killed is shown as failed and starts again', async () => {
  const place = await aPlace();
  const folders = openFolders(place);
  const { id, pid } = await serve(folders, { path: place.site });
  process.kill(pid ?? 0, 'SIGKILL');
  await until(() => folders.list()[0]?.state === 'failed');
  expect(folders.list()[0]?.message).toContain('SIGKILL');
  expect(await folders.start(id)).toMatchObject({ value: { outcome: 'serving' } });
});

test('a server that is asked to end from outside is stopped, not broken', async () => {
  const place = await aPlace();
  const folders = openFolders(place);
  const { pid } = await serve(folders, { path: place.site });
  process.kill(pid ?? 0, 'SIGTERM');
  await until(() => folders.list()[0]?.state === 'stopped');
  expect(folders.list()[0]?.message).toBe('It was ended from outside Berth.');
});

test('a command hands its folder to the Berth that runs', async () => {
  const place = await aPlace();
  const running = openFolders(place);
  const command = openFolders({ ...place });
  expect(await command.handOver(place.site)).toBeNull();
  await running.resume();
  expect(await command.handOver(place.site)).toMatchObject({
    outcome: 'serving',
    folder: { path: place.site },
  });
  expect(running.list()).toHaveLength(1);
  expect(command.list()).toEqual([]);
  expect(await command.handOver(path.join(place.site, 'no'))).toMatchObject({ reason: 'missing' });
});

test('paths are completed below the home folder only', async () => {
  const place = await aPlace();
  await mkdir(path.join(place.home, 'sightseeing'));
  const folders = openFolders(place);
  const names = async (text: string) =>
    (await folders.completePath(text)).folders.map((folder) => path.relative(place.home, folder));
  expect(await names('~/si')).toEqual(['sightseeing', 'site']);
  expect(await names(path.join(place.home, 'SITE'))).toEqual(['site']);
  expect(await names('/et')).toEqual([]);
  expect(await names(`${place.home}/../`)).toEqual([]);
});

test('the address that is promised is the one that is got', async () => {
  const place = await aPlace();
  const folders = openFolders(place);
  const promised = await folders.nextAddress();
  const folder = await serve(folders, { path: place.site });
  expect(promised).toEqual({ host: '127.0.0.1', port: folder.port });
});

test('folders are served all the same where the data folder cannot be written', async () => {
  const place = await aPlace();
  await writeFile(place.data, 'a file where the folder should be');
  const folders = openFolders(place);
  await folders.resume();
  expect(await textAt((await serve(folders, { path: place.site })).urls[0])).toBe('hello from the folder');
  expect(await openFolders(place).handOver(place.site)).toBeNull();
});

test('the network turns itself off only after what is being changed', async () => {
  const clock = new StillClock();
  const running = new Set<NodeProgram>();
  let started = 0;
  const startProgram = (file: string) => {
    const program = forkNodeProgram(file);
    running.add(program);
    started += 1;
    void program.ended.then(() => running.delete(program));
    return program;
  };
  const place = await aPlace();
  const folders = openFolders(place, null, { clock, startProgram });
  const { id } = await serve(folders, { path: place.site, options: { network: true } });
  await clock.advance(2 * 60 * 60 * 1000 - 1);
  const changing = folders.change({ id, options: { spa: true } });
  await until(() => started === 2);
  await clock.advance(1);
  expect(await changing).toMatchObject({ ok: true, value: { state: 'serving', options: { spa: true } } });
  await until(() => folders.list()[0]?.options.network === false && folders.list()[0]?.state === 'serving');
  expect(running.size).toBe(1);
  await folders.close();
  expect(running.size).toBe(0);
});

test('no timer is left behind, not even one that was at work', async () => {
  const clock = new StillClock();
  const place = await aPlace();
  const folders = openFolders(place, null, { clock });
  await folders.resume();
  await serve(folders, { path: place.site });
  const working = clock.advance(30_000);
  while (clock.nextIn !== null) await Promise.resolve();
  await folders.close();
  await working;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(clock.nextIn).toBeNull();
});

test.skipIf(!isLinux)(
  'a path outside the home folder is not looked at, even where it leads inside',
  async () => {
    const place = await aPlace();
    const outside = path.join(await temporaryFolder(), 'in');
    await symlink(place.home, outside);
    const folders = openFolders(place);
    expect(await folders.completePath(`${place.home}/`)).toEqual({ folders: [place.site] });
    expect(await folders.completePath(`${outside}/`)).toEqual({ folders: [] });
  },
);

test.skipIf(!isLinux)('a link to the home folder in the place of a folder is not served for it', async () => {
  const place = await aPlace();
  const folders = openFolders(place);
  const { id } = await serve(folders, { path: place.site });
  await folders.stop(id);
  await rm(place.site, { recursive: true });
  await symlink(place.home, place.site);
  expect(await folders.start(id)).toMatchObject({ value: { outcome: 'refused', reason: 'dangerous' } });
});
