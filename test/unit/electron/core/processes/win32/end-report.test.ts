import { describe, expect, test } from 'vitest';
import { parseEndReport } from '../../../../../../electron/core/processes/win32/end-report.ts';

const mark = 1_073_741_824;

describe('parseEndReport on Windows', () => {
  test('reads what became of each process out of the exit code', () => {
    const code = mark + 0 + 1 * 8 + 2 * 64 + 3 * 512 + 4 * 4096;
    expect(parseEndReport(`exit ${code}\r\n`, [10, 11, 12, 13, 14])).toEqual({
      kind: 'ran',
      states: new Map([
        [10, 'gone'],
        [11, 'asked'],
        [12, 'forced'],
        [13, 'alive'],
        [14, 'denied'],
      ]),
    });
  });

  test('reads the state of the tenth process', () => {
    const pids = Array.from({ length: 10 }, (_, index) => 100 + index);
    const report = parseEndReport(`exit ${mark + 4 * 8 ** 9}`, pids);
    expect(report.kind === 'ran' && report.states.get(109)).toBe('denied');
    expect(report.kind === 'ran' && report.states.get(100)).toBe('gone');
  });

  test('says nothing of a state that there is none of', () => {
    expect(parseEndReport(`exit ${mark + 7}`, [10])).toEqual({ kind: 'ran', states: new Map() });
  });

  test.each([0, 1, -1073741510])('does not take the %i of PowerShell itself for a report', (code) => {
    expect(parseEndReport(`exit ${code}`, [10])).toMatchObject({ kind: 'refused', refusal: 'failed' });
  });

  test.each([
    ['1223', 'cancelled'],
    ['5', 'not-allowed'],
    ['1459', 'no-window'],
    ['2', 'failed'],
  ])('knows the reason %s', (number, refusal) => {
    expect(parseEndReport(`refused ${number}`, [10])).toMatchObject({ kind: 'refused', refusal });
  });

  test.each(['', 'exit ', 'refused ', 'exit 12 refused 1223', 'Zugriff verweigert'])(
    'has failed when it says "%s"',
    (output) => {
      expect(parseEndReport(output, [10])).toEqual({ kind: 'refused', refusal: 'failed', detail: null });
    },
  );
});
