import { describe, expect, test } from 'vitest';
import { mayNotKill, type Untouchable } from '../../../../../electron/core/processes/may-not-kill.ts';
import type { Platform } from '../../../../../shared/contract/host.ts';
import { facts } from '../../../../fakes/process-facts.ts';

const on = (platform: Platform, protectedNames: readonly string[] = []): Untouchable => ({
  platform,
  ownPid: 50,
  ownAncestors: [40, 30, 1],
  protectedNames,
});

describe('mayNotKill', () => {
  test('lets an ordinary process be ended', () => {
    expect(mayNotKill(facts(), on('linux'))).toBeNull();
  });

  test.each([
    [50, 'Berth itself'],
    [30, 'started Berth'],
  ])('protects pid %i: %s', (pid, reason) => {
    expect(mayNotKill(facts({ pid }), on('linux'))).toContain(reason);
  });

  test.each(['linux', 'darwin'] as const)('protects the first process on %s', (platform) => {
    expect(mayNotKill(facts({ pid: 1 }), { ...on(platform), ownAncestors: [] })).toContain('first process');
  });

  test.each([0, 4])('protects the Windows kernel, pid %i', (pid) => {
    expect(mayNotKill(facts({ pid }), on('win32'))).toContain('Windows kernel');
    expect(mayNotKill(facts({ pid: 1 }), { ...on('win32'), ownAncestors: [] })).toBeNull();
  });

  test('protects threads of the kernel and not a program that has pid 2 in a container', () => {
    expect(mayNotKill(facts({ pid: 99, parentPid: 2, command: [] }), on('linux'))).toContain('kernel');
    expect(mayNotKill(facts({ pid: 2, parentPid: 1, command: ['node'] }), on('linux'))).toBeNull();
  });

  test('protects names of the settings, exactly', () => {
    expect(mayNotKill(facts({ name: 'postgres' }), on('linux', ['postgres']))).toContain('"postgres"');
    expect(mayNotKill(facts({ name: 'postgres2' }), on('linux', ['postgres']))).toBeNull();
    expect(mayNotKill(facts({ name: 'Postgres' }), on('linux', ['postgres']))).toBeNull();
  });

  test('takes names on Windows without case and extension', () => {
    expect(mayNotKill(facts({ name: 'Postgres.exe' }), on('win32', ['postgres']))).toContain('protected');
  });

  test('gives every reason its own sentence', () => {
    const reasons = [
      mayNotKill(facts({ pid: 50 }), on('linux')),
      mayNotKill(facts({ pid: 30 }), on('linux')),
      mayNotKill(facts({ pid: 1 }), { ...on('linux'), ownAncestors: [] }),
      mayNotKill(facts({ parentPid: 2, command: [] }), on('linux')),
      mayNotKill(facts({ pid: 4 }), on('win32')),
      mayNotKill(facts(), on('linux', ['node'])),
    ];
    expect(new Set(reasons.map((reason) => reason?.replace(/^.*?\(pid \d+\) /, ''))).size).toBe(6);
    for (const reason of reasons) expect(reason).toMatch(/: .+\.$/);
  });
});
