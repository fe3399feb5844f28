/** The name that a slip of the finger may have meant, null when none is close. */
export function nearestName(typed: string, known: readonly string[]): string | null {
  const most = typed.length > 4 ? 2 : 1;
  const [best] = known
    .map((name) => ({ name, distance: isStart(typed, name) ? 1 : editDistance(typed, name) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance);
  return best?.name ?? null;
}

function isStart(typed: string, name: string): boolean {
  return typed.replace(/^-+/, '').length >= 2 && name.startsWith(typed);
}

/** How many letters to add, drop, change, or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (isSame ? 0 : 1),
        isSwapped ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
