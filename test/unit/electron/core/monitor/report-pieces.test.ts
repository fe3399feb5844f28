import { expect, test } from 'vitest';
import { joinReport, splitReport } from '../../../../../electron/core/monitor/report-pieces.ts';
import type { ScanReport } from '../../../../../electron/core/monitor/scan-report.ts';
import { aListener, aProcess } from '../../../../fakes/rows.ts';

function report(listeners: number, processes: number): ScanReport {
  return {
    delta: {
      full: true,
      scannedAt: 1,
      listeners: Array.from({ length: listeners }, (_, index) => aListener(index + 1, [])),
      removedListeners: ['tcp/::/1'],
      processes: Array.from({ length: processes }, (_, index) => aProcess(index + 1)),
      removedProcesses: [],
    },
    source: { name: 'proc', state: 'ok', durationMs: 1, lastError: null, fallbackReason: null },
  };
}

test.each([
  [0, 0],
  [10, 3],
  [250, 250],
  [251, 1],
  [1, 600],
  [1003, 700],
])(
  'a report of %i listeners and %i processes is the same after it was sent in pieces',
  (listeners, processes) => {
    const whole = report(listeners, processes);
    const { pieces, rest } = splitReport(whole);
    expect(joinReport(pieces, rest)).toEqual(whole);
    for (const piece of pieces) {
      expect(Math.max(piece.listeners.length, piece.processes.length)).toBeLessThanOrEqual(250);
    }
  },
);

test('a small report is sent as it is', () => {
  const whole = report(10, 3);
  expect(splitReport(whole)).toEqual({ pieces: [], rest: whole });
});
