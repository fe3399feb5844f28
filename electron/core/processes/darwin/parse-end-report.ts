import type { CommandResult } from '../../lib/run-command.ts';
import type { ElevatedReport, ElevatedState, ElevationRefusal } from '../elevation.ts';

const states: ReadonlySet<string> = new Set<ElevatedState>(['gone', 'asked', 'forced', 'alive', 'denied']);

/** Numbers of AppleScript and of Authorization Services; the words around them are translated. */
const refusals: ReadonlyMap<string, ElevationRefusal> = new Map([
  ['-128', 'cancelled'],
  ['-60006', 'cancelled'],
  // A wrong password, several times.
  ['-60005', 'not-allowed'],
  // As in a login over the network, where there is no screen to ask on.
  ['-60007', 'no-window'],
  ['-1713', 'no-window'],
]);

/** What the script of `end-script.ts` printed, and what osascript says when it was not allowed to run. */
export function parseEndReport({ exitCode, stdout, stderr }: CommandResult): ElevatedReport {
  const complaint = stderr.toString('utf8').trim();
  if (exitCode === 0) return { kind: 'ran', states: parseStates(stdout.toString('latin1')) };
  const number = /\((-?\d+)\)\s*$/.exec(complaint)?.[1] ?? '';
  const refusal = refusals.get(number) ?? 'failed';
  return { kind: 'refused', refusal, detail: refusal === 'failed' ? complaint.slice(0, 300) || null : null };
}

/** AppleScript turns line feeds into carriage returns. */
function parseStates(text: string): ReadonlyMap<number, ElevatedState> {
  const found = new Map<number, ElevatedState>();
  for (const line of text.split(/[\r\n]+/)) {
    const [, pid, state = ''] = /^(\d+) ([a-z]+)$/.exec(line.trim()) ?? [];
    if (pid !== undefined && states.has(state)) found.set(Number(pid), state as ElevatedState);
  }
  return found;
}
