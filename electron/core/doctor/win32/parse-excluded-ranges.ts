import type { PortSpan } from '../../free-ports/system-ports.ts';

/** `netsh interface ipv4 show excludedportrange protocol=tcp`. Headers are translated, so only pairs of numbers are read. */
export function parseExcludedRanges(text: string): readonly PortSpan[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, first, last] = /^\s*(\d{1,5})\s+(\d{1,5})\s*\*?\s*$/.exec(line) ?? [];
    const [from, to] = [Number(first), Number(last)];
    return first !== undefined && from >= 1 && from <= to && to <= 65_535 ? [{ from, to }] : [];
  });
}
