import type { ScanDelta, ScanReport } from './scan-report.ts';

/** Rows in one message. Taking 10,000 rows out of a single message would hold up the receiving thread for 15 ms. */
const rowsPerPiece = 250;

/** Part of the rows of a report that follows. */
export type RowPiece = Pick<ScanDelta, 'listeners' | 'processes'>;

/** Takes all rows but the last few out of a large report, to be sent before it. */
export function splitReport(report: ScanReport): {
  readonly pieces: readonly RowPiece[];
  readonly rest: ScanReport;
} {
  const { delta } = report;
  if (!delta || Math.max(delta.listeners.length, delta.processes.length) <= rowsPerPiece) {
    return { pieces: [], rest: report };
  }
  const pieces: RowPiece[] = [];
  const rows = Math.max(delta.listeners.length, delta.processes.length);
  for (let from = 0; from < rows; from += rowsPerPiece) {
    pieces.push({
      listeners: delta.listeners.slice(from, from + rowsPerPiece),
      processes: delta.processes.slice(from, from + rowsPerPiece),
    });
  }
  return { pieces, rest: { ...report, delta: { ...delta, listeners: [], processes: [] } } };
}

/** The report with the rows that came before it. */
export function joinReport(pieces: readonly RowPiece[], rest: ScanReport): ScanReport {
  if (pieces.length === 0 || !rest.delta) return rest;
  const listeners = [...pieces.flatMap((piece) => piece.listeners), ...rest.delta.listeners];
  const processes = [...pieces.flatMap((piece) => piece.processes), ...rest.delta.processes];
  return { ...rest, delta: { ...rest.delta, listeners, processes } };
}
