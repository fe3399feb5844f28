import type { ScanReport } from './scan-report.ts';

/** Cost figures alone are told this seldom, so that a quiet machine sends next to nothing. */
const statusEveryMs = 30_000;
/** A cost that is quite another one is told sooner: the first scan is not what the next ones cost. */
const changedStatusEveryMs = 3000;
const isQuiteAnother = (a: number, b: number) => Math.max(a, b) > 2 * Math.min(a, b);

/** Whether a report says something that the other side does not know. `sinceLastMs` counts from the last one told. */
export function isWorthTelling(report: ScanReport, last: ScanReport | null, sinceLastMs: number): boolean {
  if (report.delta !== null || last === null) return true;
  const [now, before] = [report.source, last.source];
  if (now.name !== before.name || now.state !== before.state || now.lastError !== before.lastError)
    return true;
  if (now.containerProblems?.join() !== before.containerProblems?.join()) return true;
  if (isQuiteAnother(now.durationMs, before.durationMs)) return sinceLastMs >= changedStatusEveryMs;
  return sinceLastMs >= statusEveryMs;
}
