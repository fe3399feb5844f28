import { describe, expect, test } from 'vitest';
import { osascriptArguments } from '../../../../../../electron/core/processes/darwin/darwin-elevation.ts';
import { endScript } from '../../../../../../electron/core/processes/darwin/end-script.ts';
import { parseEndReport } from '../../../../../../electron/core/processes/darwin/parse-end-report.ts';
import { readPsDate } from '../../../../../../electron/core/processes/darwin/read-ps-date.ts';
import { writePsDate } from '../../../../../../electron/core/processes/darwin/write-ps-date.ts';

const timing = { force: false, graceMs: 15_000, forceMs: 2000 };

describe('the shell script for macOS', () => {
  test('looks who has the pid in the same breath as every signal', () => {
    const processes = [
      { pid: 812, startTime: Date.UTC(2026, 10, 7, 2, 33, 5) },
      { pid: 813, startTime: Date.UTC(2026, 10, 7, 2, 33, 6) },
    ];
    const script = endScript({ ...timing, processes });
    for (const pid of [812, 813]) {
      expect(script).toContain(`if is${pid}; then\n  if kill -TERM ${pid} `);
      expect(script).toContain(`is${pid} && kill -CONT ${pid} `);
      expect(script).toContain(`[ $r${pid} = asked ] && is${pid}; then\n  if kill -KILL ${pid} `);
    }
    expect(script.match(/kill -/g)).toHaveLength(6);
    expect(script).toContain("same 812 'Sat Nov 7 02:33:05 2026'");
  });

  test.each([0, 1, -5, 1.5, '812; calc' as unknown as number])('takes no %s for a pid', (pid) => {
    expect(() => endScript({ ...timing, processes: [{ pid, startTime: 1 }] })).toThrow(RangeError);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, "1'; calc" as unknown as number])(
    'takes no %s for a time',
    (startTime) => {
      expect(() => endScript({ ...timing, processes: [{ pid: 812, startTime }] })).toThrow(RangeError);
    },
  );

  test('reaches osascript as one argument that is no option, beside the sentence', () => {
    const script = endScript({ ...timing, processes: [{ pid: 812, startTime: 0 }] });
    const args = osascriptArguments(script, 'It is "quoted" & \\ odd');
    expect(args.slice(-2)).toEqual([script, 'It is "quoted" & \\ odd']);
    expect(script.startsWith('-')).toBe(false);
    expect(args.filter((word) => word === '-e')).toHaveLength(3);
    expect(args.slice(0, -2).join(' ')).not.toContain('812');
  });
});

test.each([
  Date.UTC(2026, 10, 7, 2, 33, 5),
  Date.UTC(2024, 1, 29, 23, 59, 59),
  Date.UTC(2025, 11, 31, 0, 0, 0),
])('writes the moment %i as ps does', (moment) => {
  const text = writePsDate(moment + 999);
  expect(text).toMatch(/^[A-Z][a-z]{2} /);
  expect(readPsDate(text.slice(4))).toBe(moment);
  expect(new Date(moment).toUTCString().startsWith(text.slice(0, 3))).toBe(true);
});

describe('parseEndReport on macOS', () => {
  const result = (exitCode: number | null, stdout: string, stderr = '') => ({
    exitCode,
    stdout: Buffer.from(stdout),
    stderr: Buffer.from(stderr),
  });

  test('reads lines with the line ends of AppleScript', () => {
    expect(parseEndReport(result(0, '812 asked\r813 forced\r\n814 gone\n'))).toEqual({
      kind: 'ran',
      states: new Map([
        [812, 'asked'],
        [813, 'forced'],
        [814, 'gone'],
      ]),
    });
  });

  test('passes over what is no report', () => {
    const { states } = parseEndReport(result(0, 'hello\n812 exploded\n-1 asked\n813 alive')) as {
      states: ReadonlyMap<number, string>;
    };
    expect([...states]).toEqual([[813, 'alive']]);
  });

  test('keeps the complaint that it does not know', () => {
    const complaint = '0:5: execution error: sh: killed (137)';
    expect(parseEndReport(result(1, '', complaint))).toEqual({
      kind: 'refused',
      refusal: 'failed',
      detail: complaint,
    });
  });
});
