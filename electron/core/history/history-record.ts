import type { HeldSpan } from '../../../shared/contract/history.ts';

/** One time that Berth was looking, from its start to the last sign of life. */
export interface WatchedRun {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** What the file says: for each id the last line counts. */
export interface HistoryRecord {
  readonly spans: Map<string, HeldSpan>;
  readonly runs: Map<string, WatchedRun>;
}

export type HistoryLine = { readonly span: HeldSpan } | { readonly run: WatchedRun };

export function formatLine(line: HistoryLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** Reads what was written line by line. A line that was cut off, by a full disk or a lost battery, loses only itself. */
export function parseRecord(text: string): HistoryRecord {
  const record: HistoryRecord = { spans: new Map(), runs: new Map() };
  for (const line of text.split('\n')) noteLine(record, parseLine(line));
  return record;
}

export function noteLine(record: HistoryRecord, line: HistoryLine | null): void {
  if (line === null) return;
  if ('span' in line) record.spans.set(line.span.id, line.span);
  else record.runs.set(line.run.id, line.run);
}

/** The newest of it, as few enough to be read at every start. */
export function trimRecord(record: HistoryRecord, mostSpans: number): HistoryRecord {
  const spans = [...record.spans.values()].sort((a, b) => lastMoment(b).localeCompare(lastMoment(a)));
  const kept = spans.slice(0, mostSpans).reverse();
  const oldest = kept.length < spans.length ? (kept[0]?.from ?? '') : '';
  const runs = [...record.runs.values()].filter((run) => run.to >= oldest);
  return {
    spans: new Map(kept.map((span) => [span.id, span])),
    runs: new Map(runs.map((run) => [run.id, run])),
  };
}

export function recordLines(record: HistoryRecord): readonly HistoryLine[] {
  const runs = [...record.runs.values()].map((run) => ({ run }));
  const spans = [...record.spans.values()].map((span) => ({ span }));
  return [...runs, ...spans];
}

/** What is held now sorts last; ISO-8601 in UTC sorts as text. */
const lastMoment = (span: HeldSpan) => span.to ?? '9999';

function parseLine(text: string): HistoryLine | null {
  if (text.length === 0) return null;
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line !== 'object' || line === null) return null;
    if ('span' in line && isSpan(line.span)) return { span: line.span };
    if ('run' in line && isRun(line.run)) return { run: line.run };
    return null;
  } catch {
    return null;
  }
}

/** Checked by hand where a wrong type would break the reading; the file is our own. */
function isSpan(value: unknown): value is HeldSpan {
  const span = value as Partial<HeldSpan> | null;
  return (
    typeof span?.id === 'string' &&
    typeof span.port === 'number' &&
    isInstant(span.from) &&
    (span.to === null || isInstant(span.to)) &&
    Array.isArray(span.addresses)
  );
}

function isRun(value: unknown): value is WatchedRun {
  const run = value as Partial<WatchedRun> | null;
  return typeof run?.id === 'string' && isInstant(run.from) && isInstant(run.to);
}

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
