import { describe, expect, test } from 'vitest';
import {
  type KillSituation,
  planKill,
  type Victim,
} from '../../../../../electron/core/processes/plan-kill.ts';
import { ancestors, facts } from '../../../../fakes/process-facts.ts';

function victim(pid: number, startTime = 1000, ...above: readonly string[]): Victim {
  return {
    pid,
    startTime,
    name: 'node',
    facts: facts({ pid, startTime }),
    ancestors: ancestors(...above),
    role: 'owner',
  };
}

function plan(situation: Partial<KillSituation>) {
  return planKill({
    port: 3000,
    protocol: 'tcp',
    chosen: [],
    holders: [],
    victims: [],
    mayNotKill: () => null,
    isDenied: () => false,
    children: [],
    supervision: null,
    ...situation,
  });
}

const one = victim(1, 1000);
const two = victim(2, 2000);

describe('planKill', () => {
  test('ends who was chosen and holds the port', () => {
    expect(plan({ chosen: [one, two], holders: [one, two], victims: [one, two] })).toEqual({
      kind: 'end',
      victims: [one, two],
      supervision: null,
    });
  });

  test('ends children before their parents', () => {
    const parent = victim(10, 1, 'bash', 'systemd');
    const child = victim(11, 2, 'node', 'bash', 'systemd');
    const both = [parent, child];
    expect(plan({ chosen: both, holders: both, victims: both })).toMatchObject({ victims: [child, parent] });
  });

  test('never ends a holder that was not chosen', () => {
    expect(plan({ chosen: [one], holders: [one, two], victims: [one, two] })).toMatchObject({
      victims: [one],
    });
  });

  test('never ends somebody who was chosen and does not hold the port', () => {
    expect(plan({ chosen: [one, two], holders: [one], victims: [one, two] })).toMatchObject({
      victims: [one],
    });
  });

  test('says that the holder is another one when only its pid is the same', () => {
    const reused = victim(1, 9999);
    expect(plan({ chosen: [one], holders: [reused], victims: [] })).toEqual({
      kind: 'replaced',
      holder: reused,
    });
  });

  test('says that nobody holds the port', () => {
    expect(plan({ chosen: [one] })).toEqual({ kind: 'gone' });
  });

  test('says whose a holder is that cannot be seen', () => {
    expect(plan({ chosen: [one], holders: [{ hidden: true, user: 'root' }] })).toEqual({
      kind: 'hidden',
      user: 'root',
    });
  });

  test('ends nobody when one of them may not be ended', () => {
    const mayNotKill = ({ pid }: Victim) => (pid === 2 ? 'not this one' : null);
    expect(plan({ chosen: [one, two], holders: [one, two], victims: [one, two], mayNotKill })).toEqual({
      kind: 'refused',
      reason: 'not this one',
    });
  });
});
