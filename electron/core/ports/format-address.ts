/** RFC 5952 text of eight 16-bit groups; IPv4-mapped addresses keep their dotted end (section 5). */
export function formatIpv6(groups: readonly number[]): string {
  if (isIpv4Mapped(groups)) return `::ffff:${formatIpv4Groups(groups[6] ?? 0, groups[7] ?? 0)}`;
  const zeros = longestZeroRun(groups);
  if (zeros.length < 2) return joinHex(groups);
  return `${joinHex(groups.slice(0, zeros.start))}::${joinHex(groups.slice(zeros.start + zeros.length))}`;
}

function formatIpv4Groups(high: number, low: number): string {
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}

function isIpv4Mapped(groups: readonly number[]): boolean {
  return groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
}

function joinHex(groups: readonly number[]): string {
  return groups.map((group) => group.toString(16)).join(':');
}

/** The first of the longest, as RFC 5952 (section 4.2.3) wants it. */
function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (const [index, group] of groups.entries()) {
    if (group !== 0) start = index + 1;
    else if (index - start + 1 > best.length) best = { start, length: index - start + 1 };
  }
  return best;
}
