import type { HeldSpan, HistoryRequest } from '../../../shared/contract/history.ts';

const usualLimit = 1000;

/** The spans that are asked for, newest first. */
export function selectSpans(
  spans: Iterable<HeldSpan>,
  { port, since, search, limit = usualLimit }: HistoryRequest,
): { readonly spans: HeldSpan[]; readonly cutOff: boolean } {
  const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const meant = [...spans].filter(
    (span) =>
      (port === undefined || span.port === port) &&
      (since === undefined || span.to === null || span.to >= since) &&
      words.every((word) => textOf(span).includes(word)),
  );
  meant.sort((a, b) => b.from.localeCompare(a.from) || b.port - a.port);
  return { spans: meant.slice(0, limit), cutOff: meant.length > limit };
}

function textOf({ port, name, project, what, program, protocol }: HeldSpan): string {
  return [port, name, project, what, program, protocol].join(' ').toLowerCase();
}
