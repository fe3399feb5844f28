import { describe, expect, test } from 'vitest';
import type { Relative } from '../../../../../electron/core/processes/family-reader.ts';
import { isOnItsOwn, isQuiet } from '../../../../../electron/core/processes/is-on-its-own.ts';
import type { Victim } from '../../../../../electron/core/processes/plan-kill.ts';
import { ancestors, facts } from '../../../../fakes/process-facts.ts';

function victim(service: string | null, ...above: readonly string[]): Victim {
  const known = facts({ service });
  return { ...known, facts: known, ancestors: ancestors(...above), role: 'owner' };
}

const shell: Relative = {
  pid: 700,
  startTime: 1,
  name: 'bash',
  parentPid: 1,
  group: 700,
  session: 700,
  leadsSession: true,
  terminal: '34816',
};
const inJob: Relative = { ...shell, leadsSession: false, terminal: null };

describe('isOnItsOwn', () => {
  test.each([
    ['an orphan', victim(null, 'systemd'), [], true],
    ['a program of a unit', victim('web.service', 'systemd'), [], false],
    ['a program of the shell of a terminal', victim(null, 'bash', 'node'), [shell], true],
    ['a program of a shell that node started', victim(null, 'bash', 'node'), [inJob], false],
    ['a program of a shell in tmux', victim(null, 'sh', 'tmux: server'), [inJob], true],
    ['a program that node started', victim(null, 'node', 'bash'), [shell], false],
    ['a program without ancestors', victim(null), [], false],
  ])('%s: %s', (_, process, family, expected) => {
    expect(isOnItsOwn(process, family)).toBe(expected);
  });
});

describe('isQuiet', () => {
  const parent = [victim(null, 'bash', 'xterm')];
  const child: Relative = { ...inJob, pid: 900, parentPid: 700 };

  test('is over once the shell has started something new', () => {
    expect(isQuiet(parent, [shell], [shell])).toBe(true);
    expect(isQuiet(parent, [shell, child], [shell, child])).toBe(true);
    expect(isQuiet(parent, [shell], [shell, child])).toBe(false);
    expect(isQuiet(parent, [shell, child], [shell, { ...child, startTime: 2 }])).toBe(false);
  });

  test('is not disturbed by what somebody else started', () => {
    expect(isQuiet(parent, [shell], [shell, { ...child, parentPid: 699 }])).toBe(true);
  });
});
