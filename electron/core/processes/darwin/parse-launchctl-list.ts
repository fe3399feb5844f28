import { completeLines } from '../../lib/complete-lines.ts';

const linePattern = /^(\d+)\t-?\d+\t(\S+)$/;

/** Labels of the running services by pid, from `launchctl list`: `783<tab>0<tab>com.apple.rapportd`. */
export function parseLaunchctlList(text: string): ReadonlyMap<number, string> {
  const labels = new Map<number, string>();
  for (const line of completeLines(text)) {
    const match = linePattern.exec(line);
    const label = match?.[2] ?? '';
    // launchd lists every app that was opened by hand; nothing starts that again.
    if (match && !label.startsWith('application.')) labels.set(Number(match[1]), label);
  }
  return labels;
}
