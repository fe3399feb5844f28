import { describe, expect, test } from 'vitest';
import { elevateScript } from '../../../../../../electron/core/processes/win32/elevate-script.ts';
import { endScript, mostElevated } from '../../../../../../electron/core/processes/win32/end-script.ts';
import { powershellText } from '../../../../../../electron/core/processes/win32/powershell-text.ts';
import { quoteArgument } from '../../../../../../electron/core/processes/win32/quote-argument.ts';

const timing = { force: false, graceMs: 15_000, forceMs: 2000 };
const powershell = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';

function processes(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    pid: 4_294_967_290 - index,
    startTime: 1_763_692_385_123 + index,
  }));
}

/** What a Windows program finds as its arguments, by the rules of CommandLineToArgvW. */
function argumentsOf(line: string): readonly string[] {
  const found: string[] = [];
  let current = '';
  let isQuoted = false;
  let isInside = false;
  for (let at = 0; at < line.length; at += 1) {
    const slashes = /^\\+/.exec(line.slice(at))?.[0].length ?? 0;
    if (slashes > 0 && line[at + slashes] === '"') {
      current += '\\'.repeat(Math.floor(slashes / 2));
      isInside = true;
      at += slashes;
      if (slashes % 2 === 1) current += '"';
      else isQuoted = !isQuoted;
    } else if (line[at] === '"') {
      isInside = true;
      isQuoted = !isQuoted;
    } else if (line[at] === ' ' && !isQuoted) {
      if (isInside) found.push(current);
      [current, isInside] = ['', false];
    } else {
      isInside = true;
      current += line[at];
    }
  }
  return isInside ? [...found, current] : found;
}

/** What PowerShell makes of such an expression: single-quoted parts joined with `[char]34`. */
function evaluate(expression: string): string {
  const inner = expression.slice(1, -1);
  const parts = inner.match(/'(?:[^']|'')*'|\+\[char\]34\+/g) ?? [];
  expect(parts.join('')).toBe(inner);
  return parts.map((part) => (part.startsWith("'") ? part.slice(1, -1).replaceAll("''", "'") : '"')).join('');
}

describe('the PowerShell that ends processes with more rights', () => {
  test('holds pids and start times as numbers, in order', () => {
    const script = endScript({
      ...timing,
      processes: [
        { pid: 812, startTime: 1_763_692_385_123.9 },
        { pid: 7000, startTime: 5 },
      ],
    });
    expect(script).toContain('[long[]]$w=812,7000;');
    expect(script).toContain('[long[]]$t=1763692385123,5;');
    expect(script).toContain('AddMilliseconds(15000)');
    expect(script).toContain('WaitForExit(2000)');
  });

  test('compares the start time right before both ways to end it', () => {
    const script = endScript({ ...timing, processes: processes(1) });
    expect(script).toMatch(/\(Same \$p \$t\[\$i\]\) -and \$p\.CloseMainWindow\(\)/);
    expect(script).toMatch(/\(Same \$p \$t\[\$i\]\)\)\{try\{\$p\.Kill\(\)/);
  });

  test('asks nobody to close when it is to force', () => {
    expect(endScript({ ...timing, force: true, processes: processes(1) })).not.toContain('CloseMainWindow');
  });

  test('holds no double quote and nothing that security software takes for an attack', () => {
    const script = elevateScript(powershell, endScript({ ...timing, processes: processes(mostElevated) }));
    expect(script).not.toContain('"');
    expect(script).not.toMatch(
      /encodedcommand|-enc\b|bypass|frombase64|downloadstring|invoke-expression|iex/i,
    );
  });

  test('stays within what ShellExecute passes on, also for as many as may be', () => {
    const script = endScript({ ...timing, processes: processes(mostElevated) });
    const line = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script]
      .map(quoteArgument)
      .join(' ');
    expect(line.length + powershell.length).toBeLessThan(2048);
  });

  test.each([0, 4, -1, 1.5, Number.NaN, '812;calc' as unknown as number])('takes no %s for a pid', (pid) => {
    expect(() => endScript({ ...timing, processes: [{ pid, startTime: 1 }] })).toThrow(RangeError);
  });

  test.each([Number.NaN, -1, '1;calc' as unknown as number])('takes no %s for a time', (startTime) => {
    expect(() => endScript({ ...timing, processes: [{ pid: 812, startTime }] })).toThrow(RangeError);
  });

  test('takes no more processes than fit into its exit code', () => {
    expect(() => endScript({ ...timing, processes: processes(mostElevated + 1) })).toThrow(RangeError);
    expect(() => endScript({ ...timing, processes: [] })).toThrow(RangeError);
  });
});

test('the script arrives in the elevated PowerShell as it was made', () => {
  const script = endScript({ ...timing, processes: processes(2) });
  const outer = elevateScript(powershell, script);
  const expression = /\$i\.Arguments=(\(.*?'\));\$i\.Verb=/s.exec(outer)?.[1] ?? '';
  const line = evaluate(expression);
  expect(argumentsOf(line)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script]);
  expect(evaluate(/\$i\.FileName=(\('.*?'\))/.exec(outer)?.[1] ?? '')).toBe(powershell);
});

test.each([
  ['', '""'],
  ['plain', 'plain'],
  ['C:\\a\\', 'C:\\a\\'],
  ['two words', '"two words"'],
  ['ends in \\', '"ends in \\\\"'],
  ['a"b', '"a\\"b"'],
  ['a\\"b', '"a\\\\\\"b"'],
])('one argument of Windows: %s', (text, expected) => {
  expect(quoteArgument(text)).toBe(expected);
  expect(argumentsOf(quoteArgument(text))).toEqual([text]);
});

test.each([
  ["it's", "('it''s')"],
  ['a"b', "('a'+[char]34+'b')"],
  ['$x `n $(calc)', "('$x `n $(calc)')"],
  ['\u2019;calc;\u2018', "('\u2019\u2019;calc;\u2018\u2018')"],
])('text for PowerShell: %s', (text, expected) => {
  expect(powershellText(text)).toBe(expected);
});
