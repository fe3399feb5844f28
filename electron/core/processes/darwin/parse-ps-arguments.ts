import { completeLines } from '../../lib/complete-lines.ts';

const linePattern = /^ *(\d+) (.*)$/;

/** The command line of each pid, as `ps -ww -o pid=,args=` prints it: one text without marks between the arguments. */
export function parsePsArguments(text: string): ReadonlyMap<number, string> {
  const lines = new Map<number, string>();
  for (const line of completeLines(text)) {
    const match = linePattern.exec(line);
    if (match) lines.set(Number(match[1]), (match[2] ?? '').trim());
  }
  return lines;
}
