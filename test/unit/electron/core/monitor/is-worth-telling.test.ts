import { expect, test } from 'vitest';
import { isWorthTelling } from '../../../../../electron/core/monitor/is-worth-telling.ts';
import type { ScanReport } from '../../../../../electron/core/monitor/scan-report.ts';
import type { SourceStatus } from '../../../../../shared/contract/snapshot.ts';

const report = (source: Partial<SourceStatus> = {}, delta: ScanReport['delta'] = null): ScanReport => ({
  delta,
  source: { name: 'proc', state: 'ok', durationMs: 4, lastError: null, fallbackReason: null, ...source },
});
const delta = {
  full: false,
  scannedAt: 0,
  listeners: [],
  removedListeners: [],
  processes: [],
  removedProcesses: [],
};

test('tells the first report and every change', () => {
  expect(isWorthTelling(report(), null, 0)).toBe(true);
  expect(isWorthTelling(report({}, delta), report(), 0)).toBe(true);
});

test('keeps quiet while nothing changes', () => {
  expect(isWorthTelling(report({ durationMs: 5 }), report(), 29_999)).toBe(false);
  expect(isWorthTelling(report({ durationMs: 5 }), report(), 30_000)).toBe(true);
});

test('tells quite another cost sooner, but not at every scan', () => {
  expect(isWorthTelling(report({ durationMs: 20 }), report(), 2999)).toBe(false);
  expect(isWorthTelling(report({ durationMs: 20 }), report(), 3000)).toBe(true);
});

test('tells at once why containers cannot be named, and that they can', () => {
  const troubled = report({ containerProblems: ['Only root may use /var/run/docker.sock.'] });
  expect(isWorthTelling(troubled, report(), 0)).toBe(true);
  expect(isWorthTelling(report(), troubled, 0)).toBe(true);
  expect(isWorthTelling(troubled, troubled, 0)).toBe(false);
});

test('tells a failure and a change of source at once', () => {
  expect(isWorthTelling(report({ state: 'failing', lastError: 'gone' }), report(), 0)).toBe(true);
  expect(isWorthTelling(report({ name: 'ss' }), report(), 0)).toBe(true);
});
