import type { ElevatedReport, ElevatedState, ElevationRefusal } from '../elevation.ts';

const states: readonly ElevatedState[] = ['gone', 'asked', 'forced', 'alive', 'denied'];

/** Set in every exit code of the script of `end-script.ts`, and in none that PowerShell has of its own. */
const mark = 2 ** 30;

/** Error numbers of Windows. */
const refusals: ReadonlyMap<string, ElevationRefusal> = new Map([
  // ERROR_CANCELLED: the person said no.
  ['1223', 'cancelled'],
  // ERROR_ACCESS_DENIED, ERROR_ACCESS_DISABLED_BY_POLICY, ERROR_REQUEST_REFUSED and a wrong password.
  ['5', 'not-allowed'],
  ['1260', 'not-allowed'],
  ['4320', 'not-allowed'],
  ['1326', 'not-allowed'],
  // ERROR_REQUIRES_INTERACTIVE_WINDOWSTATION: as in a service or a login over the network.
  ['1459', 'no-window'],
]);

/** Reads what the script of `elevate-script.ts` printed; `pids` in the order in which the other script got them. */
export function parseEndReport(output: string, pids: readonly number[]): ElevatedReport {
  const [, word, number = ''] = /^(exit|refused) (-?\d+)\s*$/.exec(output.trim()) ?? [];
  if (word === 'exit') return fromExitCode(Number(number), pids);
  const refusal = refusals.get(number) ?? 'failed';
  const detail = refusal === 'failed' && word === 'refused' ? `Windows says ${number}` : null;
  return { kind: 'refused', refusal, detail };
}

function fromExitCode(code: number, pids: readonly number[]): ElevatedReport {
  if (code < mark) {
    return { kind: 'refused', refusal: 'failed', detail: `the elevated PowerShell ended with ${code}` };
  }
  const told = pids.flatMap((pid, index) => {
    const state = states[Math.floor((code - mark) / 8 ** index) % 8];
    return state === undefined ? [] : [[pid, state] as const];
  });
  return { kind: 'ran', states: new Map(told) };
}
