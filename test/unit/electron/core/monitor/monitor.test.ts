import { beforeEach, expect, test } from 'vitest';
import { Monitor } from '../../../../../electron/core/monitor/monitor.ts';
import type { PaceWish } from '../../../../../electron/core/monitor/pace.ts';
import type { ScanReport } from '../../../../../electron/core/monitor/scan-report.ts';
import { StillClock } from '../../../../fakes/still-clock.ts';

let scans: number;
let pace: PaceWish['attention'];
let report: (report: ScanReport) => void;
let states: string[];
let monitor: Monitor;

const source = { name: 'proc', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null } as const;

beforeEach(() => {
  [scans, pace, states] = [0, 'paused', []];
  monitor = new Monitor({
    clock: new StillClock(),
    dressing: { labelOf: () => null, notesOf: () => ({}) },
    intervalMs: 800,
    openFeed(onReport) {
      report = onReport;
      return {
        async scanNow() {
          scans += 1;
        },
        hurry: () => undefined,
        setPace: ({ attention }) => {
          pace = attention;
        },
        close: async () => undefined,
      };
    },
  });
  monitor.source.subscribe(({ state }) => states.push(state));
  monitor.startWatching();
  report({ delta: null, source });
});

test('scans on until paused, and at once when resumed', () => {
  expect([pace, scans]).toEqual(['unwatched', 1]);
  monitor.pause();
  expect([pace, scans]).toEqual(['paused', 1]);
  monitor.resume();
  expect([pace, scans]).toEqual(['unwatched', 2]);
});

test('says that it is paused, and that it is not any more', () => {
  monitor.pause();
  expect(monitor.snapshot().source.state).toBe('paused');
  monitor.resume();
  expect(states).toEqual(['ok', 'paused', 'ok']);
});

test('somebody who begins to look does not end a pause', () => {
  monitor.pause();
  monitor.attend().setVisible(true);
  expect([pace, scans]).toEqual(['paused', 1]);
  monitor.resume();
  expect(pace).toBe('watched');
});

test('what is asked for during a pause is read', async () => {
  monitor.pause();
  await monitor.refresh();
  expect(scans).toBe(2);
});

test('a source that fails says so also while paused', () => {
  monitor.pause();
  report({ delta: null, source: { ...source, state: 'failing' } });
  expect(states.at(-1)).toBe('failing');
});

test('pausing twice is told once', () => {
  monitor.pause();
  monitor.pause();
  expect(states).toEqual(['ok', 'paused']);
});
