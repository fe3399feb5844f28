import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../electron/core/lib/clock.ts';
import { openWorkerFeed } from '../../electron/core/monitor/open-worker-feed.ts';
import type { ScanFeed } from '../../electron/core/monitor/scan-feed.ts';
import type { ScanReport } from '../../electron/core/monitor/scan-report.ts';
import type { WorkerStart } from '../../electron/core/monitor/worker-messages.ts';
import { SilentLog } from '../fakes/silent-log.ts';

const workerFile = fileURLToPath(new URL('../programs/scan-worker-that-dies.mjs', import.meta.url));

let feed: ScanFeed;
let reports: ScanReport[];
let log: SilentLog;

function open(dieAt: number): void {
  reports = [];
  log = new SilentLog();
  const deaths = new Int32Array(new SharedArrayBuffer(4));
  const start = { platform: 'linux', bootTimeMs: 0, dieAt, deaths } as WorkerStart;
  feed = openWorkerFeed({ workerFile, start, clock: systemClock, log })((report) => reports.push(report));
}

afterEach(() => feed.close());

test('reports a scan before it says that it is done', async () => {
  open(0);
  await feed.scanNow();
  expect(reports.map((report) => report.source.state)).toEqual(['ok']);
});

test('starts the worker again when it dies, says so, and still finishes the scan that was asked for', async () => {
  open(2);
  await feed.scanNow();
  await feed.scanNow();
  expect(reports.map((report) => report.source.state)).toEqual(['ok', 'failing', 'ok']);
  expect(reports[1]?.source.lastError).toMatch(/being started again \(log log-1\)/);
  expect(log.lines.join()).toContain('planned death');
});

test('leaves nobody waiting when it is closed', async () => {
  open(0);
  const waiting = feed.scanNow();
  await feed.close();
  await waiting;
  await feed.scanNow();
  expect(reports.length).toBeLessThanOrEqual(1);
});
