import { completeLines } from '../../lib/complete-lines.ts';
import { unescapeLsof } from '../../lib/unescape-lsof.ts';

export interface OpenedFiles {
  readonly cwd: string | null;
  /** The executable and everything mapped from files, in lsof's order: the executable comes first. */
  readonly texts: readonly string[];
}

/** Reads `lsof -a -d cwd,txt -Fpfn0`: a line per process (`p`) and per file (`f`, `n`), fields ended by NUL. */
export function parseLsofFiles(text: string): ReadonlyMap<number, OpenedFiles> {
  const found = new Map<number, { cwd: string | null; texts: string[] }>();
  let pid: number | null = null;
  for (const line of completeLines(text)) {
    const fields = line.split('\0');
    const [first = ''] = fields;
    if (/^p\d+$/.test(first)) pid = Number(first.slice(1));
    else if (first.startsWith('p')) pid = null;
    else if (pid !== null)
      addFile(
        found,
        pid,
        first,
        fields.find((field) => field.startsWith('n')),
      );
  }
  return found;
}

function addFile(
  found: Map<number, { cwd: string | null; texts: string[] }>,
  pid: number,
  descriptor: string,
  name: string | undefined,
): void {
  // What may not be looked at is a sentence in place of a path: `/proc/1/cwd (readlink: Permission denied)`.
  if (!name?.startsWith('n/') || / \(\w+: [^)]+\)$/.test(name)) return;
  const files = found.get(pid) ?? { cwd: null, texts: [] };
  found.set(pid, files);
  if (descriptor === 'fcwd') files.cwd = unescapeLsof(name.slice(1));
  else if (descriptor === 'ftxt') files.texts.push(unescapeLsof(name.slice(1)));
}
