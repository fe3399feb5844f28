import { beforeEach, expect, test } from 'vitest';
import { ScanLoop } from '../../../../../electron/core/monitor/scan-loop.ts';
import type { ScanReport } from '../../../../../electron/core/monitor/scan-report.ts';
import { StillClock } from '../../../../fakes/still-clock.ts';

const report = (state: 'ok' | 'failing'): ScanReport => ({
  delta: null,
  source: { name: 'proc', state, durationMs: 1, lastError: null, fallbackReason: null },
});

let clock: StillClock;
let begun: number;
let reported: number;
let finish: ((report: ScanReport) => void)[];
let loop: ScanLoop;

beforeEach(() => {
  clock = new StillClock();
  begun = 0;
  reported = 0;
  finish = [];
  const scanner = {
    scan() {
      begun += 1;
      return new Promise<ScanReport>((resolve) => finish.push(resolve));
    },
    close() {},
  };
  loop = new ScanLoop(scanner, clock, () => {
    reported += 1;
  });
});

async function finishScan(state: 'ok' | 'failing' = 'ok'): Promise<void> {
  finish.shift()?.(report(state));
  await clock.advance(0);
}

test('does nothing before a pace is set', async () => {
  await clock.advance(10_000);
  expect(begun).toBe(0);
});

test('never begins a scan while another one runs', async () => {
  loop.setPace({ attention: 'watched', intervalMs: 1000 });
  await clock.advance(1000);
  await clock.advance(60_000);
  expect(begun).toBe(1);
  await finishScan();
  expect(clock.nextIn).not.toBeNull();
});

test('scans again after the one that runs when asked in the middle of it', async () => {
  const first = loop.scanNow();
  const second = loop.scanNow();
  expect(second).not.toBe(first);
  await finishScan();
  expect(begun).toBe(2);
  expect(reported).toBe(1);
  await finishScan();
  await second;
  expect(reported).toBe(2);
});

test('answers everybody who asked during one scan with the same next scan', async () => {
  void loop.scanNow();
  expect(loop.scanNow()).toBe(loop.scanNow());
  await finishScan();
  await finishScan();
  expect(begun).toBe(2);
});

test('slows down while scans fail and recovers with the first good one', async () => {
  loop.setPace({ attention: 'watched', intervalMs: 1000 });
  await clock.advance(1000);
  await finishScan('failing');
  expect(clock.nextIn).toBe(2000);
  await clock.advance(2000);
  await finishScan('failing');
  expect(clock.nextIn).toBe(4000);
  await clock.advance(4000);
  await finishScan('ok');
  expect(clock.nextIn).toBe(1000);
});

test('scans often after something was done, and not because somebody asked for one scan', async () => {
  loop.setPace({ attention: 'watched', intervalMs: 1000 });
  void loop.scanNow();
  await finishScan();
  expect(clock.nextIn).toBe(1000);
  loop.hurry();
  expect(clock.nextIn).toBe(250);
  await clock.advance(250);
  await finishScan();
  expect(clock.nextIn).toBe(250);
});

test('stops for good', async () => {
  loop.setPace({ attention: 'watched', intervalMs: 1000 });
  await loop.stop();
  await clock.advance(60_000);
  await loop.scanNow();
  expect(begun).toBe(0);
});
