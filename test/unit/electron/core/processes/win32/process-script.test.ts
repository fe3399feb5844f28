import { expect, test } from 'vitest';
import { manyPids, processScript } from '../../../../../../electron/core/processes/win32/process-script.ts';

test('asks for many pids in one query', () => {
  const script = processScript({ pids: [8120, 4], withCommand: true, withOwner: false });
  expect(script).toContain("-Filter 'ProcessId=8120 OR ProcessId=4'");
  expect(script.match(/Get-CimInstance/g)).toHaveLength(1);
  expect(script).not.toContain('GetOwner');
});

test('asks for services by the same pids when the owner is wanted', () => {
  const script = processScript({ pids: [7], withCommand: true, withOwner: true });
  expect(script).toContain('GetOwner');
  expect(script).toMatch(/Win32_Service [^}]*-Filter 'ProcessId=7'/);
});

test('leaves the filter out for very many pids, and for all', () => {
  const pids = Array.from({ length: manyPids + 1 }, (_, index) => index + 1);
  expect(processScript({ pids, withCommand: false, withOwner: false })).not.toContain('-Filter');
  expect(processScript({ pids: null, withCommand: false, withOwner: false })).not.toContain('-Filter');
});

test('does not read command lines when only identities are asked for', () => {
  const script = processScript({ pids: [1], withCommand: false, withOwner: false });
  expect(script).toContain('-Property Handle,ProcessId,ParentProcessId,Name,CreationDate ');
});

test('lets nothing but whole numbers into the script', () => {
  const pids = [1.5, Number.NaN, -3, 12, '9; Remove-Item' as unknown as number];
  expect(processScript({ pids, withCommand: false, withOwner: false })).toContain("-Filter 'ProcessId=12'");
});

test('has balanced braces and no double quote, whatever is asked', () => {
  for (const withCommand of [true, false]) {
    for (const withOwner of [true, false]) {
      const script = processScript({ pids: [1, 2], withCommand, withOwner });
      expect(script).not.toContain('"');
      expect(script).not.toMatch(/[{;];/);
      for (const [open, close] of ['{}', '()', '[]'] as const) {
        expect(script.split(open ?? '')).toHaveLength(script.split(close ?? '').length);
      }
    }
  }
});
