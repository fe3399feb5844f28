import { describe, expect, test } from 'vitest';
import {
  childrenLeftBehind,
  isOfThePerson,
} from '../../../../../electron/core/processes/children-left-behind.ts';
import type { Relative } from '../../../../../electron/core/processes/family-reader.ts';

function relative(pid: number, parentPid: number, changes: Partial<Relative> = {}): Relative {
  return {
    pid,
    startTime: pid,
    name: 'node',
    parentPid,
    group: 10,
    session: 10,
    leadsSession: false,
    terminal: null,
    ...changes,
  };
}

const owner = relative(10, 1);
const left = (family: readonly Relative[], isKept: (one: Relative) => boolean = () => false) =>
  childrenLeftBehind([owner], [owner, ...family], isKept).map(({ pid }) => pid);

describe('childrenLeftBehind', () => {
  test('takes children and their children', () => {
    expect(left([relative(11, 10), relative(12, 11), relative(13, 1)])).toEqual([11, 12]);
  });

  test('leaves what was detached into a session of its own, with all below it', () => {
    const daemon = relative(11, 10, { session: 11, leadsSession: true });
    expect(left([daemon, relative(12, 11, { session: 11 }), relative(13, 10)])).toEqual([13]);
  });

  test('takes another process group of the same session', () => {
    expect(left([relative(11, 10, { group: 11 })])).toEqual([11]);
  });

  test('leaves who is kept, with all below it', () => {
    expect(left([relative(11, 10), relative(12, 11)], ({ pid }) => pid === 11)).toEqual([]);
  });

  test('never takes another owner for a child', () => {
    const other = relative(11, 10);
    expect(childrenLeftBehind([owner, other], [owner, other, relative(12, 11)], () => false)).toMatchObject([
      { pid: 12 },
    ]);
  });

  test('leaves what is older than its parent, whose pid was used again', () => {
    expect(left([relative(11, 10, { startTime: 1 })])).toEqual([]);
  });

  test('goes by terminal and group where no session is told', () => {
    const untold = { session: null };
    const at = (pid: number, changes: Partial<Relative>) => relative(pid, 10, { ...untold, ...changes });
    const family = [
      at(11, {}),
      at(12, { group: 12 }),
      at(13, { terminal: 'ttys001' }),
      at(14, { leadsSession: true }),
    ];
    expect(childrenLeftBehind([owner], [{ ...owner, ...untold }, ...family], () => false)).toMatchObject([
      { pid: 11 },
    ]);
  });

  test('goes by the parent alone where nothing else is told', () => {
    const windows = { session: null, group: null };
    const family = [{ ...owner, ...windows }, relative(11, 10, windows)];
    expect(childrenLeftBehind([owner], family, () => false)).toHaveLength(1);
  });

  test('ends where processes are said to be parents of each other', () => {
    expect(left([relative(11, 12), relative(12, 11), relative(13, 13)])).toEqual([]);
  });
});

describe('isOfThePerson', () => {
  test.each([
    ['bash', ['-bash'], true],
    ['bash', ['bash'], true],
    ['zsh', ['zsh', '-il'], true],
    ['tmux: server', ['tmux'], true],
    ['code', ['code', '.'], true],
    ['sh', ['sh', '-c', 'vite'], false],
    ['bash', ['bash', 'run.sh'], false],
    ['node', ['node'], false],
  ])('%s as %j: %s', (name, command, expected) => {
    expect(isOfThePerson({ name, command })).toBe(expected);
  });
});
