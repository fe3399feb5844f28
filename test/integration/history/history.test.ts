import { appendFile, mkdir, readFile, rename, rmdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createHistory } from '../../../electron/core/history/create-history.ts';
import type { HistoryBounds } from '../../../electron/core/history/history-file.ts';
import { EventSource } from '../../../electron/core/lib/event-source.ts';
import type { Listener } from '../../../shared/contract/ports.ts';
import type { Process } from '../../../shared/contract/processes.ts';
import type { Changes } from '../../../shared/contract/snapshot.ts';
import { aListener, aProcess } from '../../fakes/rows.ts';
import { StillClock } from '../../fakes/still-clock.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const node = aProcess(7);

/** A run of Berth over a data folder, told what happens on the machine. */
async function aRun(dataFolder: string, bounds?: HistoryBounds) {
  const clock = new StillClock();
  const changed = new EventSource<Changes>();
  const told: string[] = [];
  let sequence = 0;
  const history = createHistory({
    dataFolder,
    clock,
    snapshot: () => ({
      sequence: 0,
      scannedAt: new Date(clock.now()).toISOString(),
      source: { name: 'proc', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null },
      listeners: [],
      processes: [],
    }),
    onChanges: (listener) => changed.subscribe(listener),
    tell: (sentence) => told.push(sentence),
    ...(bounds ? { bounds } : {}),
  });
  await history.start();
  let isClosed = false;
  const close = async () => {
    if (!isClosed) await history.close();
    isClosed = true;
  };
  onTestFinished(close);
  return {
    clock,
    history,
    told,
    close,
    change(change: { listeners?: Listener[]; removed?: string[]; processes?: Process[] }) {
      sequence += 1;
      changed.emit({
        sequence,
        scannedAt: new Date(clock.now()).toISOString(),
        listeners: change.listeners ?? [],
        removedListeners: change.removed ?? [],
        processes: change.processes ?? [node],
        removedProcesses: [],
        events: [],
      });
    },
  };
}

const fileOf = (dataFolder: string) => path.join(dataFolder, 'history.jsonl');

test('what was held is known after a restart, with what ended meanwhile', async () => {
  const folder = await temporaryFolder();
  const first = await aRun(folder);
  first.change({ listeners: [aListener(3000, [node]), aListener(4000, [node])] });
  await first.clock.advance(60_000);
  first.change({ removed: ['tcp/127.0.0.1/4000'] });
  await first.close();

  const second = await aRun(folder);
  await second.clock.advance(600_000);
  second.change({ listeners: [] });
  const { spans, watched } = await second.history.read({});
  expect(spans.map(({ port, ended }) => [port, ended])).toEqual([
    [4000, 'closed'],
    [3000, 'unseen'],
  ]);
  expect(watched).toHaveLength(2);
  expect(watched[1]?.to).toBeNull();
});

test('a port that is held on and on stays one span over a restart', async () => {
  const folder = await temporaryFolder();
  const first = await aRun(folder);
  first.change({ listeners: [aListener(3000, [node])] });
  await first.close();
  const second = await aRun(folder);
  second.change({ listeners: [aListener(3000, [node])] });
  expect((await second.history.read({})).spans).toMatchObject([{ port: 3000, to: null }]);
});

test('a last line that was cut off loses only itself', async () => {
  const folder = await temporaryFolder();
  const first = await aRun(folder);
  first.change({ listeners: [aListener(3000, [node])] });
  await first.close();
  await appendFile(fileOf(folder), '{"span":{"id":"tcp/4000/');

  const second = await aRun(folder);
  second.change({ listeners: [aListener(5000, [node])] });
  await second.close();
  const third = await aRun(folder);
  expect((await third.history.read({})).spans.map(({ port }) => port).sort()).toEqual([3000, 5000]);
});

test('a file full of something else is not taken for a history, and nothing breaks', async () => {
  const folder = await temporaryFolder();
  await writeFile(fileOf(folder), '\0\0\0 nonsense\n{"span":3}\n{"run":null}\n[]\n');
  const run = await aRun(folder);
  run.change({ listeners: [aListener(3000, [node])] });
  expect((await run.history.read({})).spans).toHaveLength(1);
  expect(run.told).toEqual([]);
});

test('the file stays within its bounds and keeps the newest', async () => {
  const folder = await temporaryFolder();
  const bounds = { mostSpans: 50, mostBytes: 40_000 };
  const run = await aRun(folder, bounds);
  run.change({});
  for (let port = 1000; port < 1400; port += 1) {
    run.change({ listeners: [aListener(port, [node])] });
    await run.clock.advance(1000);
    run.change({ removed: [`tcp/127.0.0.1/${port}`] });
    await run.history.read({ limit: 1 });
  }
  expect((await stat(fileOf(folder))).size).toBeLessThanOrEqual(bounds.mostBytes);
  const { spans } = await run.history.read({});
  expect(spans[0]?.port).toBe(1399);
  expect(spans.length).toBeGreaterThanOrEqual(50);
});

test('of two Berths one writes, and both can read', async () => {
  const folder = await temporaryFolder();
  const writer = await aRun(folder);
  const reader = await aRun(folder);
  for (const run of [writer, reader]) run.change({ listeners: [aListener(3000, [node])] });
  await writer.history.read({});
  expect((await reader.history.read({})).spans).toHaveLength(1);
  const lines = (await readFile(fileOf(folder), 'utf8')).split('\n');
  expect(lines.filter((line) => line.includes('"span"'))).toHaveLength(1);
});

test('the other Berth goes on writing when the first has ended', async () => {
  const folder = await temporaryFolder();
  const first = await aRun(folder);
  const second = await aRun(folder);
  await first.close();
  await second.clock.advance(31_000);
  await until(async () => {
    second.change({ listeners: [aListener(6000, [node])] });
    return (await second.history.read({ port: 6000 })).spans.length === 1;
  });
});

test('a lock that a crash left behind is taken over', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'history.lock'), '4194303\n');
  const run = await aRun(folder);
  run.change({ listeners: [aListener(3000, [node])] });
  expect((await run.history.read({})).spans).toHaveLength(1);
});

test('clearing leaves only what is held now', async () => {
  const folder = await temporaryFolder();
  const run = await aRun(folder);
  run.change({ listeners: [aListener(3000, [node]), aListener(4000, [node])] });
  run.change({ removed: ['tcp/127.0.0.1/4000'] });
  expect((await run.history.read({})).spans).toHaveLength(2);
  expect(await run.history.clear()).toEqual({ ok: true, value: {} });
  expect((await run.history.read({})).spans.map(({ port }) => port)).toEqual([3000]);
});

test('a folder that cannot be written is told once and breaks nothing', async () => {
  const folder = await temporaryFolder();
  const blocked = path.join(folder, 'file');
  await writeFile(blocked, '');
  const run = await aRun(path.join(blocked, 'inside'));
  run.change({ listeners: [aListener(3000, [node])] });
  expect((await run.history.read({})).spans).toEqual([]);
  expect(run.told).toHaveLength(1);
});

async function until(check: () => Promise<boolean>): Promise<void> {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('an end that could not be written is written when the disk takes it again', async () => {
  const folder = await temporaryFolder();
  const run = await aRun(folder);
  run.change({ listeners: [aListener(3000, [node])] });
  await run.history.read({});
  await rename(fileOf(folder), `${fileOf(folder)}.aside`);
  await mkdir(fileOf(folder));
  await run.clock.advance(1);
  run.change({ removed: ['tcp/127.0.0.1/3000'] });
  await run.history.read({});
  expect(run.told).toHaveLength(1);
  await rmdir(fileOf(folder));
  await rename(`${fileOf(folder)}.aside`, fileOf(folder));
  const { spans } = await run.history.read({});
  expect(spans).toMatchObject([{ port: 3000, ended: 'closed' }]);
});

test('a Berth whose lock another one has taken over stops to write, and its run is over', async () => {
  const folder = await temporaryFolder();
  const run = await aRun(folder);
  run.change({ listeners: [aListener(3000, [node])] });
  expect((await run.history.read({})).watched).toMatchObject([{ to: null }]);
  await writeFile(path.join(folder, 'history.lock'), `${process.pid} another\n`);
  await until(async () => {
    await run.clock.advance(30_000);
    return (await run.history.read({})).watched.every(({ to }) => to !== null);
  });
  const before = await readFile(fileOf(folder), 'utf8');
  run.change({ listeners: [aListener(4000, [node])] });
  await run.history.read({});
  expect(await readFile(fileOf(folder), 'utf8')).toBe(before);
});
