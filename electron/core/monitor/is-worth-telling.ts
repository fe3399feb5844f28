import type { ScanReport } from './scan-report.ts';

/** Cost figures alone are told this seldom, so that a quiet machine sends next to nothing. */
const statusEveryMs = 30_000;

/** Whether a report says something that the other side does not know. `sinceLastMs` counts from the last one told. */
export function isWorthTelling(report: ScanReport, last: ScanReport | null, sinceLastMs: number): boolean {
  if (report.delta !== null || last === null) return true;
  if (sinceLastMs >= statusEveryMs) return true;
  const [now, before] = [report.source, last.source];
  return now.name !== before.name || now.state !== before.state || now.lastError !== before.lastError;
}
